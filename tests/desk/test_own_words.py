"""The user's own dictionary."""

from pathlib import Path

import pytest

from newsdesk.desk.own_words import OwnWords
from newsdesk.errors import NewsdeskError


def test_a_word_is_kept_once_and_for_all_windows(tmp_path: Path) -> None:
    path = tmp_path / "Newsdesk" / "words.txt"
    OwnWords(path).add("Almatý")
    OwnWords(path).add("Almatý")
    OwnWords(path).add("kurultai")

    assert OwnWords(path).all() == {"Almatý", "kurultai"}
    assert path.read_text("utf-8") == "Almatý\nkurultai\n"


def test_a_word_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    words = OwnWords(tmp_path / "file" / "words.txt")

    with pytest.raises(NewsdeskError, match="“kurultai” counts as right until Newsdesk is closed"):
        words.add("kurultai")
    assert words.all() == frozenset()


def test_a_word_is_taken_out_again(tmp_path: Path) -> None:
    words = OwnWords(tmp_path / "words.txt")
    for word in ("kurultai", "presidnet", "Almatý"):
        words.add(word)

    words.remove("presidnet")

    assert (tmp_path / "words.txt").read_text("utf-8") == "Almatý\nkurultai\n"


def test_a_word_that_cannot_be_taken_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NewsdeskError, match="“kurultai” could not be taken out"):
        OwnWords(tmp_path / "file" / "words.txt").remove("kurultai")
