"""Every output is the same bytes on every machine: any zone, language, hash seed."""

import os
import subprocess
import sys

from newsdesk.formats.outputs import OUTPUTS

SCRIPT = """
import hashlib
from newsdesk.formats.outputs import OUTPUTS
from tests.formats.blogs import full_edition
for output in OUTPUTS.values():
    print(output.name, hashlib.sha256(output.render(full_edition())).hexdigest())
"""
PLACES = [
    {"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Kathmandu", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "4242"},
]


def digests(place: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, "-c", SCRIPT], env={**os.environ, **place}, capture_output=True, check=True)
    return done.stdout.decode()


def test_the_same_content_gives_the_same_bytes_everywhere() -> None:
    first, *others = [digests(place).splitlines() for place in PLACES]

    assert [line.split()[0] for line in first] == list(OUTPUTS)
    assert others == [first, first]


def test_the_list_of_formats_imports_none_of_them() -> None:
    script = "import sys, newsdesk.formats.outputs; print(*{'jinja2', 'docx', 'lxml'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.strip() == b""
