"""From bytes to text: what is accepted, and the sentences for what is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.errors import ReadingError
from newsdesk.formats.plaintext import LARGEST_FILE, Decoded, decode
from newsdesk.formats.plaintext.decoding import LONGEST_LINE, encode


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (b"caf\xc3\xa9", None, Decoded("café")),
        (b"\xef\xbb\xbfcaf\xc3\xa9", None, Decoded("café", "utf-8", has_bom=True)),
        (b"\xff\xfec\x00\xe9\x00", None, Decoded("cé", "utf-16-le", has_bom=True)),
        (b"\xfe\xff\x00c\x00\xe9", None, Decoded("cé", "utf-16-be", has_bom=True)),
        (b"\xff\xfec\x00", "utf-16", Decoded("c", "utf-16-le", has_bom=True)),
        (b"c\x00\xe9\x00", "utf-16-le", Decoded("cé", "utf-16-le")),
        (b"caf\xe9", "cp1252", Decoded("café", "cp1252")),
        (b"caf\xe9", "Latin 1", Decoded("café", "iso8859-1")),
        (b"\xef\xbb\xbfx", "UTF-8-SIG", Decoded("x", "utf-8", has_bom=True)),
    ],
)
def test_an_encoding_is_found_or_asked_for(data: bytes, encoding: str | None, expected: Decoded) -> None:
    assert decode(data, encoding) == expected


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (b"", None, "empty"),
        (b"caf\xe9 au lait", None, "byte 0xE9 at offset 3"),
        (b"caf\xe9 au lait", None, "--encoding cp1252"),
        (b"\xef\xbb\xbfcaf\xe9 au", None, "byte 0xE9 at offset 6"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "not text"),
        (b"words\x00words", None, "character 5 is a NUL"),
        (b"words\x00words", "cp1252", "NUL"),
        (b"\xff\xfea", None, "UTF-16-LE"),
        (b"words", "klingon", "no encoding called"),
        (b"words", "hex", "no encoding of text"),
        (b"a\x81b", "cp1252", "another --encoding"),
        (b"+AGE-", "utf-7", "could not be written back"),
        (b"x" * (LONGEST_LINE + 1), None, "a line has over"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, encoding: str | None, words: str) -> None:
    with pytest.raises(ReadingError) as error:
        decode(data, encoding)

    assert words in error.value.sentence
    assert error.value.sentence.endswith(".")
    assert "\n" not in error.value.sentence


def test_lines_as_long_as_can_be_are_read() -> None:
    text = f"{'x' * LONGEST_LINE}\n{'y' * LONGEST_LINE}\r\nz"

    assert decode(text.encode()).text == text


def test_two_hundred_megabytes_in_one_line_are_refused_at_once() -> None:
    start = time.process_time()

    with pytest.raises(ReadingError):
        decode(b"x" * 200_000_000)

    assert time.process_time() - start < 3


def test_a_file_that_is_too_large_is_refused() -> None:
    class Large(bytes):
        def __len__(self) -> int:
            return LARGEST_FILE + 1

    with pytest.raises(ReadingError, match="the most that is read"):
        decode(Large(b"x"))


@given(st.binary(), st.sampled_from([None, "cp1252", "koi8-r", "utf-16", "shift-jis", "utf-7", "gb18030"]))
def test_what_is_decoded_gives_the_bytes_back(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, encoding)
    except ReadingError:
        return

    assert encode(decoded.text, decoded.encoding, has_bom=decoded.has_bom) == data
