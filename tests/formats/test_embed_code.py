import pytest

from newsdesk.formats.embed_code import read_embed_code

POST = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Harbour is <a href="https://t.example/x">closed</a></p>'
    '&mdash; Port (@port) <a href="https://twitter.example/port/status/17?ref=1">March 2, 2024</a></blockquote>'
    ' <script async src="https://platform.twitter.example/widgets.js" charset="utf-8"></script>'
)
FRAME = '<iframe width="560" src="//video.example/embed/a1" title="The storm" allowfullscreen></iframe>'
PICTURE = '<blockquote data-instgrm-permalink="https://pictures.example/p/1/"><a href="https://else.example">x</a></blockquote>'


@pytest.mark.parametrize(
    ("code", "address", "words"),
    [
        (POST, "https://twitter.example/port/status/17?ref=1", "Harbour is closed— Port (@port) March 2, 2024"),
        (FRAME, "https://video.example/embed/a1", "The storm"),
        (PICTURE, "https://pictures.example/p/1/", "x"),
        ('<blockquote cite="https://clips.example/2"><i>Clip</i></blockquote>', "https://clips.example/2", "Clip"),
        ('<iframe src="javascript:alert(1)"></iframe><a href="https://g.example">good</a>', "https://g.example", ""),
        ("<script src='https://evil.example/a.js'></script>", "", ""),
        ("<<<", "", ""),
    ],
)  # fmt: skip
def test_the_address_and_the_words_of_embed_code(code: str, address: str, words: str) -> None:
    assert read_embed_code(code) == (address, words)
