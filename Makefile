# make run: set up and start the program.  make test: set up and pass every check.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test test-slow journeys bench judge lock

run: .venv/ready
	@sh .ci/system-packages window
	@$(BIN)/python main.py

test: .venv/ready
	@sh .ci/system-packages tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --ignore=tests/journeys

test-slow: .venv/ready
	QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE=slow $(BIN)/python -m pytest -m "slow or not slow"

# Whole stories with real keys and a real mouse on a virtual screen: nine minutes, and so not in `make test`.
journeys: .venv/ready
	@sh .ci/system-packages journeys
	$(BIN)/python -m pytest tests/journeys

bench: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks --benchmark-only

# The outside judges over every output; as root it installs Chromium, Java and npm's checkers.
judge: .venv/ready
	sh tests/judge/run

.venv/ready: requirements.lock
	@sh .ci/system-packages python
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# The lock holds versions and hashes and no address; uv resolves it for every system at once.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet -o requirements.lock
