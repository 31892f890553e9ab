"""The contract of the text format, for every text and every blog."""

from dataclasses import replace

from hypothesis import assume, given, note
from hypothesis import strategies as st

from newsdesk.domain.blog import Blog
from newsdesk.domain.entry import Entry, NoticeKind, State
from newsdesk.domain.markup import paragraphs
from newsdesk.formats.plaintext import Plain, Reading, decode, plain, read, write, write_text
from tests.formats import nasty

settings = st.fixed_dictionaries(
    {
        "zones": st.sampled_from([{}, nasty.ZONES]),
        "zone": st.sampled_from(["GMT", "Europe/London", "GMT+3"]),
        "page_stamp_is_entry": st.booleans(),
    }
)


def again(blog: Blog, entries: list[Entry], zones: dict[str, str]) -> Plain:
    """What a reader makes of the written file."""
    written = write(blog, entries, zones=zones)
    note(f"written: {written.data!r}")
    text = decode(written.data, written.encoding).text if written.data else ""
    found = read(
        text,
        now=nasty.NOW,
        zones=zones,
        zone=blog.zone,
        page_stamp_is_entry=blog.layout.page_stamp_is_entry,
    )
    return plain(found.blog, found.entries)


@given(nasty.texts, settings, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251"]))
def test_a_read_then_written_is_the_same_bytes(text: str, how: dict[str, object], encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assume(data)
    decoded = decode(data, None if encoding in ("utf-8", "utf-8-sig", "utf-16") else encoding)

    found = read(decoded.text, now=nasty.NOW, encoding=decoded.encoding, has_bom=decoded.has_bom, **how)  # type: ignore[arg-type]

    assert write(found.blog, found.entries, zones=how["zones"]).data == data  # type: ignore[arg-type]


@given(nasty.blogs, nasty.entry_lists)
def test_b_written_then_read_is_the_written_projection(blog: Blog, entries: list[Entry]) -> None:
    assert again(blog, entries, {}) == plain(blog, entries)


@given(nasty.texts, settings, st.data())
def test_b_holds_after_any_edits_to_a_file(text: str, how: dict[str, object], data: st.DataObject) -> None:
    found = read(text, now=nasty.NOW, **how)  # type: ignore[arg-type]
    blog, entries = edited(found, data)

    assert again(blog, entries, how["zones"]) == plain(blog, entries)  # type: ignore[arg-type]


def edited(found: Reading, data: st.DataObject) -> tuple[Blog, list[Entry]]:
    """The blog after some edits."""
    blog, entries = found.blog, list(found.entries)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, max(0, len(entries) - 1)))
        act = data.draw(st.sampled_from(["add", "blog"] + ["change", "remove", "move", "drop"] * bool(entries)))
        note(f"{act} {place}")
        if act == "add":
            entries.insert(place, replace(data.draw(nasty.entries), id=f"new{len(entries)}"))
        elif act == "blog":
            new = data.draw(nasty.blogs)
            blog = replace(blog, headline=new.headline, introduction=new.introduction, date=new.date)
        elif act == "change":
            entries[place] = _changed(entries[place], data)
        elif act == "drop":
            entries[place] = replace(entries[place], source=None)
        elif act == "remove":
            del entries[place]
        else:
            entries.insert(data.draw(st.integers(0, len(entries) - 1)), entries.pop(place))
    return blog, entries


def _changed(entry: Entry, data: st.DataObject) -> Entry:
    new = data.draw(nasty.entries)
    fields = data.draw(st.lists(st.sampled_from(["headline", "body", "time", "notices", "state"]), min_size=1))
    return replace(entry, **{name: getattr(new, name) for name in fields})


@given(nasty.texts, settings, st.data())
def test_c_editing_an_entry_changes_its_lines_only(text: str, how: dict[str, object], data: st.DataObject) -> None:
    found = read(text, now=nasty.NOW, **how)  # type: ignore[arg-type]
    titled = [place for place, entry in enumerate(found.entries) if entry.headline]
    if not titled:
        return
    place = data.draw(st.sampled_from(titled))
    entries = list(found.entries)
    source = entries[place].source or ""
    body = data.draw(st.lists(nasty.words))
    # Where stamps are indented and text is not, two paragraphs that are indented stamps can't stand beside them.
    assume(not found.blog.layout.stamp_lead[:1].isspace() or not any(line[:1].isspace() for line in body))
    entries[place] = replace(entries[place], headline="Another", body=paragraphs(*body))

    after = write_text(found.blog, entries, zones=how["zones"])  # type: ignore[arg-type]

    start = offset(text, found, place)
    assert after.startswith(text[:start])
    assert after.endswith(text[start + len(source) :])


def offset(text: str, found: Reading, place: int) -> int:
    """Where an entry stands in the text."""
    at = len(found.blog.source or "")
    for entry in found.entries[:place]:
        at = text.index(entry.source or "", at) + len(entry.source or "")
    return text.index(found.entries[place].source or "", at)


@given(st.text(max_size=80) | nasty.texts)
def test_d_reading_never_raises(text: str) -> None:
    found = read(text, now=nasty.NOW)

    assert all(1 <= notice.line <= text.count("\n") + text.count("\r") + 1 for notice in found.notices)


@given(nasty.texts)
def test_importing_it_again_finds_the_same_ids(text: str) -> None:
    first, second = read(text, now=nasty.NOW), read(text, now=nasty.NOW.replace(year=2030))

    assert first.blog.id == second.blog.id
    assert [entry.id for entry in first.entries] == [entry.id for entry in second.entries]
    assert len({entry.id for entry in first.entries}) == len(first.entries)


@given(nasty.entry_lists)
def test_a_withdrawn_entry_says_nothing_but_that(entries: list[Entry]) -> None:
    for entry in entries:
        shown = plain(Blog(created=nasty.NOW, last_changed=nasty.NOW), [entry]).entries[0]

        if entry.state is State.WITHDRAWN:
            assert not shown.headline
            assert not shown.paragraphs
            assert len(shown.notices) == 1
        else:
            public = [n for n in entry.notices if n.kind in (NoticeKind.CORRECTION, NoticeKind.CLARIFICATION)]
            assert len(shown.notices) == len(public)
