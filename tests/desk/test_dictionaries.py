"""Which dictionary serves a language, and adding one."""

import zipfile
from pathlib import Path

import pytest

from newsdesk.desk.adding_dictionaries import add_dictionary
from newsdesk.desk.dictionaries import dictionary_for, language_of
from newsdesk.errors import NewsdeskError


def put(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.dic").write_text("1\nслово\n", "utf-8")
        (folder / f"{name}.aff").write_text("SET UTF-8\n", "utf-8")


@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("en-GB", "en_GB"), ("en", "en_US"), ("en-AU", "en_GB"), ("en-CA", "en_US"), ("pt", "pt_BR"), ("de", "de_DE"),
        ("de-CH", "de_DE"), ("no", "nb_NO"), ("sr-Latn", "sr_Latn_RS"), ("sr", "sr"), ("uz-Cyrl", None), ("fr", None),
        ("xx", None), ("", None), ("not a tag", None),
    ],
)  # fmt: skip
def test_a_dictionary_is_chosen_by_language_script_and_region(
    tmp_path: Path, language: str, chosen: str | None
) -> None:
    put(tmp_path, "en_GB", "en_US", "en_med_glut", "pt_BR", "de_AT", "de_DE", "nb_NO", "sr_Latn_RS", "sr", "uz")
    put(tmp_path, "index")
    (tmp_path / "fr.dic").touch()

    found = dictionary_for(language, None, [tmp_path])

    assert (found.path.stem if found else None) == chosen


def test_a_dictionary_tells_whether_it_is_of_the_region(tmp_path: Path) -> None:
    put(tmp_path, "en_US", "ar")

    english, arabic = (dictionary_for(language, None, [tmp_path]) for language in ("en-GB", "ar-EG"))

    assert english and not english.is_of("en-GB") and english.is_of("en") and english.is_of("en-US")
    assert arabic and arabic.is_of("ar-EG")


def test_one_that_somebody_added_goes_before_what_is_found(tmp_path: Path) -> None:
    put(tmp_path / "own", "ru_RU")
    put(tmp_path / "found", "ru_RU")

    found = dictionary_for("ru", tmp_path / "own", [tmp_path / "found"])

    assert found and found.path.parent.name == "own"


def test_an_american_dictionary_is_always_here() -> None:
    found = dictionary_for("en-US")

    assert found and found.path.stem == "en_US"


def test_the_name_tells_the_language() -> None:
    names = ["en_GB", "de_AT_frami", "sr-latn-rs", "ca-valencia", "es_419", "index", "hyph_en_GB"]

    assert [language_of(name) for name in names] == ["en-GB", "de-AT", "sr-Latn-RS", "ca", "es-419", "", ""]


@pytest.mark.parametrize("ending", ["dic", "aff"])
def test_either_of_the_two_files_brings_the_other(tmp_path: Path, ending: str) -> None:
    put(tmp_path / "from", "ru_RU")

    languages = add_dictionary(tmp_path / "from" / f"ru_RU.{ending}", tmp_path / "own")

    assert languages == ("ru-RU",)
    assert dictionary_for("ru", tmp_path / "own", []) is not None


def test_an_extension_brings_all_that_are_in_it_and_nothing_outside_the_folder(tmp_path: Path) -> None:
    extension = tmp_path / "dict.oxt"
    with zipfile.ZipFile(extension, "w") as packed:
        for name in ("dictionaries/en_GB", "../../en_AU"):
            packed.writestr(f"{name}.dic", "1\ncolour\n")
            packed.writestr(f"{name}.aff", "SET UTF-8\n")
        packed.writestr("dictionaries/hyph_en_GB.dic", "ISO8859-1\n.a2ch\n")

    languages = add_dictionary(extension, tmp_path / "data" / "own")

    assert languages == ("en-AU", "en-GB")
    kept = {path.name for path in (tmp_path / "data" / "own").iterdir()}
    assert kept == {"en_GB.dic", "en_GB.aff", "en_AU.dic", "en_AU.aff"}
    assert {path.name for path in tmp_path.iterdir()} == {"dict.oxt", "data"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ru_RU.dic", "1\nслово\n", "no spelling dictionary"),  # nothing beside it
        ("notes.txt", "words", "no spelling dictionary"),
        ("gone.dic", None, "no spelling dictionary"),
    ],
)
def test_what_is_no_dictionary_is_refused_with_a_sentence(
    tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")

    with pytest.raises(NewsdeskError) as refused:
        add_dictionary(tmp_path / name, tmp_path / "own")

    assert said in refused.value.sentence and "nothing was added" in refused.value.sentence
    assert not (tmp_path / "own").exists()


def test_a_dictionary_without_a_language_in_its_name_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "from", "index")

    with pytest.raises(NewsdeskError, match="does not tell its language"):
        add_dictionary(tmp_path / "from" / "index.dic", tmp_path / "own")


def test_a_broken_extension_is_refused_with_a_sentence(tmp_path: Path) -> None:
    extension = tmp_path / "dict.oxt"
    with zipfile.ZipFile(extension, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("en_GB.dic", "1\n" + "colour\n" * 500)
    whole = extension.read_bytes()
    extension.write_bytes(whole[:40] + b"\xff" * 20 + whole[60:])

    with pytest.raises(NewsdeskError, match="nothing was added"):
        add_dictionary(extension, tmp_path / "own")
