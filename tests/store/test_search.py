"""Search: any script, any words, never an error, always up to date, and never on the way of a save."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry
from newsdesk.domain.markup import Block, Kind, Span, paragraphs
from newsdesk.domain.stamp import ShownTime
from newsdesk.errors import StoreError
from newsdesk.store import search
from newsdesk.store.narrowing import Narrowing, read_keys
from newsdesk.store.store import Store
from newsdesk.store.words import Snippet, fold
from tests.store.stories import ANN, NOON, a_blog, added, an_entry, edited, entries_for, removed

TEXTS = {
    "accents": "A naïve café in Zürich, façade and Ångström",
    "case": "The PRESIDENT of the Republic",
    "cyrillic": "Протесты в Алматы: Ёлка и объявление",
    "kazakh": "Қазақстан президенті Тоқаев",
    "chinese": "北京举行新闻发布会",
    "japanese": "東京オリンピックの開会式",
    "thai": "ข่าวด่วนวันนี้",
    "arabic": "أخبار عاجلة من القاهرة",
    "german": "Die Straße war gesperrt; Bundesverfassungsgericht urteilt",
    "signs": "C++ (beta) costs 10% AND/OR “more”",
}
FOUND = [
    ("naive", "accents"), ("CAFE", "accents"), ("zurich", "accents"), ("Ångström", "accents"), ("angst", "accents"),
    ("president", "case"), ("presid repub", "case"),
    ("АЛМАТЫ", "cyrillic"), ("елка", "cyrillic"), ("протест", "cyrillic"),
    ("қазақстан", "kazakh"), ("ТОҚАЕВ", "kazakh"),
    ("北京", "chinese"), ("新闻", "chinese"), ("发布会", "chinese"), ("布", "chinese"),
    ("オリンピック", "japanese"), ("開会", "japanese"),
    ("ด่วน", "thai"),
    ("القاهرة", "arabic"), ("عاجلة", "arabic"),
    ("fassungsgericht", "german"), ("strasse", "german"), ("perrt", "german"),
    ("beta", "signs"), ("10", "signs"), ("and/or", "signs"), ('"costs 10"', "signs"),
]  # fmt: skip


@pytest.fixture
def texts(store: Store, blog: Blog) -> dict[str, Entry]:
    found = {
        name: an_entry(blog, headline=f"About {name}", body=paragraphs(text), order=name)
        for name, text in TEXTS.items()
    }
    added(store, *found.values())
    return found


def test_accents_case_scripts_and_parts_of_words_are_found(store: Store, texts: dict[str, Entry]) -> None:
    names = {entry.id: name for name, entry in texts.items()}

    found = [(words, [names[hit.entry] for hit in store.search(words)]) for words, _ in FOUND]

    assert found == [(words, [name]) for words, name in FOUND]


NONSENSE = ["", " ", "a", "(", "- -", '"', "AND OR NOT", "NEAR(", "x*y", "body:", "a\0b", "^x", "北" * 400]


@pytest.mark.parametrize("words", NONSENSE)
def test_no_words_are_an_error(store: Store, texts: dict[str, Entry], words: str) -> None:
    assert store.search(words) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=20), blog=st.none() | st.text(max_size=3))
def test_whatever_is_typed_is_only_text(store: Store, words: str, blog: str | None) -> None:
    assert store.search(words, blog=blog) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_two_letters_at_the_start_of_a_word_or_three_in_it_are_found(
    store: Store, texts: dict[str, Entry], data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from([texts[name] for name in ("accents", "case", "cyrillic", "kazakh", "german")]))
    word = data.draw(st.sampled_from(entry.body[0].text.replace(";", "").replace(",", "").replace(":", "").split()))
    start = data.draw(st.integers(0, max(0, len(word) - 3)))
    part = data.draw(st.sampled_from([word[:2], word[start : start + 3]]))

    found = store.search(part)

    assert len(word) < 2 or entry.id in {hit.entry for hit in found}


SCRAWLS = ["abab", "babab baa", "aab bba", "bab\naba", "abé abeab", "ÉBA", "a" * 9, "baab-aabb", "abba “bab”", "b é"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.text("abéE", min_size=3, max_size=6), others=st.lists(st.text("abe", min_size=1), max_size=2))
def test_parts_of_words_find_all_that_holds_them_and_nothing_else(
    store: Store, blog: Blog, part: str, others: list[str]
) -> None:
    scrawled = [an_entry(blog, id=f"scrawl {n}", headline=text, order=f"{n}1") for n, text in enumerate(SCRAWLS)]
    if not store.entries([scrawled[0].id]):
        added(store, *scrawled)

    words = " ".join([part, *others])
    found = {hit.entry for hit in store.search(words) if hit.entry}
    kept, _ = read_keys(store.database, blog.id, Narrowing(words=words), list)

    holding = (it for it in scrawled if all(fold(each) in fold(it.headline) for each in [part, *others]))
    assert found == {key.id for key in kept} == {it.id for it in holding}


def test_every_field_that_holds_words_is_searched(store: Store, blog: Blog) -> None:
    image = Block(kind=Kind.IMAGE, spans=(Span("captioned"),), alt="described", credit="credited")
    named = {"bylines": ("written",), "labels": ("labelled",), "note": "noted"}
    entry = an_entry(blog, headline="headlined", body=(image,), **named)
    added(store, entry)

    for word in ("headlined", "captioned", "described", "credited", "written", "labelled", "noted"):
        assert [hit.entry for hit in store.search(word)] == [entry.id], word


def test_a_blogs_own_headline_and_introduction_are_found(store: Store) -> None:
    blog = a_blog(headline="Unrest in Almaty", introduction=paragraphs("What is at stake"))
    added(store, blog)

    [by_headline], [by_introduction] = store.search("unrest"), store.search("stake")

    assert (by_headline.entry, by_headline.blog, by_headline.headline.marks) == ("", blog.id, ((0, 6),))
    assert by_introduction.body == Snippet("What is at stake", ((11, 16),))


def test_matches_are_marked_by_place_and_nothing_is_html(store: Store, blog: Blog) -> None:
    body = paragraphs("x " * 100 + "the talks " + "y " * 100)
    added(store, an_entry(blog, headline="<b>Talks</b> & talks", body=body))

    [hit] = [hit for hit in store.search("talk") if hit.entry]

    assert hit.headline == Snippet("<b>Talks</b> & talks", ((3, 8), (15, 20)))
    assert [hit.body.text[a:b] for a, b in hit.body.marks] == ["talks"]
    assert len(hit.body.text) < 120


def test_parts_of_words_are_marked_too(store: Store, texts: dict[str, Entry]) -> None:
    [in_word], [in_chinese] = store.search("fassungsgericht"), store.search("发布会")

    assert [in_word.body.text[a:b] for a, b in in_word.body.marks] == ["fassungsgericht"]
    assert "".join(in_chinese.body.text[a:b] for a, b in in_chinese.body.marks) == "发布会"


def test_the_latest_come_first_and_no_more_than_asked_for(store: Store, blog: Blog) -> None:
    entries = entries_for(blog, 30)
    added(store, *reversed(entries))

    assert [hit.entry for hit in store.search("headline", limit=10)] == [entry.id for entry in entries[:10]]
    assert [hit.entry for hit in store.search("eadline", limit=10)] == [entry.id for entry in entries[:10]]


def test_one_blog_can_be_searched_alone(store: Store, blog: Blog, entry: Entry) -> None:
    other = a_blog()
    elsewhere = an_entry(other)
    added(store, other, elsewhere)

    assert [hit.entry for hit in store.search("begin", blog=blog.id)] == [entry.id]
    assert [hit.entry for hit in store.search("egin", blog=other.id)] == [elsewhere.id]
    assert len(store.search("begin")) == 2


def test_what_was_edited_moved_deleted_or_undone_is_found_as_it_is_now(store: Store, blog: Blog, entry: Entry) -> None:
    assert len(store.search("begin")) == 1

    new = edited(store, entry, headline="Talks collapse", time=ShownTime(NOON - timedelta(days=400)))
    assert store.search("begin") == []
    assert store.search("egin") == []
    assert [hit.entry for hit in store.search("collapse")] == [entry.id]

    removed(store, new)
    assert store.search("collapse") == []
    assert store.search("ollaps") == []

    store.undo(blog.id, ANN, at=NOON)
    assert len(store.search("ollaps")) == 1


def test_the_index_can_be_made_again(store: Store, texts: dict[str, Entry]) -> None:
    before = store.search("alm")
    with store.database.writing() as connection:
        search.forget_index(connection)

    assert store.search("alm") == before


def test_an_index_of_an_older_form_is_made_anew(store: Store, texts: dict[str, Entry]) -> None:
    before = store.search("fassungsgericht")
    with store.database.writing() as connection:
        search.forget_index(connection)
        for statement in ("search_position AS SELECT max(number) number FROM changes", "search_places (row, id, blog)"):
            connection.exec_driver_sql(f"CREATE TABLE {statement}")
        connection.exec_driver_sql("CREATE VIRTUAL TABLE search_parts USING fts5(text, content = '', detail = none)")

    assert store.search("fassungsgericht") == before


def test_the_index_is_caught_up_step_by_step_and_can_be_interrupted(
    store: Store, blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_AT_ONCE", 7)
    added(store, *entries_for(blog, 30))
    steps = iter([False, False, True])

    assert not store.update_index(lambda: next(steps))
    assert store.update_index()
    assert len(store.search("headline")) == 30


def test_the_index_changes_nothing_that_is_checked(store: Store, texts: dict[str, Entry]) -> None:
    end = store.end_of_log()

    store.update_index()

    assert store.check().is_sound
    assert store.end_of_log() == end


def test_a_state_alone_does_not_touch_the_index(store: Store, path: Path, entry: Entry) -> None:
    store.update_index()
    edited(store, entry, is_key=True)
    places = "SELECT row FROM search_places"
    with store.database.reading() as connection:
        before = connection.exec_driver_sql(places).all()
    store.update_index()

    with store.database.reading() as connection:
        assert connection.exec_driver_sql(places).all() == before
    assert len(store.search("begin")) == 1


def test_entries_of_one_minute_and_of_the_same_words_stay_apart(store: Store, entry: Entry) -> None:
    same = [replace(entry, id=f"same {number}") for number in range(5)]
    store.update_index()
    added(store, *same[:3])
    store.update_index()
    added(store, *same[3:])

    assert {hit.entry for hit in store.search("begin")} == {entry.id, *(each.id for each in same)}


def test_a_computer_without_full_text_search_is_told_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_TABLES", ("CREATE VIRTUAL TABLE search_words USING fts99(x)",))
    added(store, a_blog())

    with pytest.raises(StoreError, match="Search is not available"):
        store.search("talks")
    with pytest.raises(StoreError, match="Search is not available"):
        store.update_index()
