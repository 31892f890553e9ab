"""What is looked at again is what changed, and the result is that of looking at everything."""

import re

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.body_editor.changed_text import ChangedText

_TEXTS = st.lists(st.text("ab .'", max_size=14), min_size=1, max_size=8)


def find(text: str) -> list[tuple[int, int]]:
    """Words that end in b are wrong."""
    return [match.span() for match in re.finditer(r"[ab'.]*b\b", text)]


@given(_TEXTS)
def test_the_changed_part_gives_what_the_whole_gives(texts: list[str]) -> None:
    changed = ChangedText(find)

    for text in texts:
        assert changed.places(0, text) == find(text)


def test_a_key_in_a_long_paragraph_looks_at_one_word() -> None:
    seen: list[str] = []
    changed = ChangedText(lambda text: seen.append(text) or [])  # type: ignore[func-returns-value]
    changed.places(0, "one two three " * 1_000)
    seen.clear()

    changed.places(0, "one two three " * 500 + "one twXo three " + "one two three " * 499)

    assert seen == ["twXo"]
