"""What of a theme can be seen without a browser."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.formats.theme_look import looks
from newsdesk.formats.themes import Theme, theme_named, theme_names

THEME = Theme(
    name="ours", title="", description="", language="en", words={}, template="",
    css="""
/* p { color: red; } */
:root { --paper: #fffdf0; --ink: #222; --serif: "A Serif", serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #101010; --ink: #eee; } }
body { background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 var(--serif); }
h1, h2 { font-weight: 600; text-align: center; }
h1 { font: italic 500 clamp(2rem, 1rem + 3vw, 4rem)/1.1 var(--serif); }
.what h2 { font-size: clamp(1.5rem, 1.2rem + 1vw, 2rem); line-height: 1.25; }
.when { color: var(--missing, #777); display: flex; justify-content: center; }
a { color: inherit; }
@media (min-width: 60rem) { .when { color: #f00; } }
[dir="rtl"] :is(h1, blockquote) { color: #0f0; }
blockquote { background: url(https://elsewhere.example/x.png); }
""",
)  # fmt: skip


def test_colours_letters_and_sizes_are_taken_over_in_words_that_rich_text_knows() -> None:
    light, dark = looks(THEME)

    assert (light.paper, dark.paper) == ("#fffdf0", "#101010")
    assert light.css.splitlines() == [
        'td, h1, h2, h3, p, li, blockquote { color: #222; font-family: "A Serif", serif; font-size: 1.0625rem; '
        "line-height: 150% }",
        "h1 { font-weight: 600; text-align: center }",
        "h2 { font-weight: 600; text-align: center }",
        'h1 { font-family: "A Serif", serif; font-size: 2rem; line-height: 110%; font-style: italic; '
        "font-weight: 500 }",
        "h2 { line-height: 125%; font-size: 1.5rem }",
        ".time, .time a { color: #777; text-align: center }",
    ]
    assert "color: #eee" in dark.css


@pytest.mark.parametrize("name", theme_names())
def test_each_of_our_themes_has_a_look_of_its_own_by_day_and_by_night(name: str) -> None:
    light, dark = looks(theme_named(name))

    assert light.paper != dark.paper
    assert len({looks(theme_named(other))[0] for other in theme_names()}) == len(theme_names())
    assert all(f"{shown} {{" in light.css for shown in ("h1", "h2", ".time, .time a", ".quiet", "a"))


_WORDS = ["h1", "{", "}", "font:", "font-size:", "color:", ";", "1.5.", ".2", "rem", "/", "clamp(", ")", "var(--a", "@"]


@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=3), max_size=30))
def test_whatever_a_newsroom_writes_into_its_sheet_is_no_error(words: list[str]) -> None:
    assert len(looks(replace(THEME, css="".join(words)))) == 2


def test_a_sheet_that_holds_no_rule_is_read_at_once() -> None:
    assert looks(replace(THEME, css="a" * 900_000)) == looks(replace(THEME, css=""))
