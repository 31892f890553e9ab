"""Preflight: what to look at before an export, as findings with a place and, where safe, a fix.

`of_entry` and `of_head` need nothing around a value and are quick enough for every key; `of_blog` compares
entries with one another and belongs into the background of a long blog. `preflight` is all of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsdesk.domain.blog import Blog
from newsdesk.domain.edit import Edit, Value
from newsdesk.domain.entry import Entry, State
from newsdesk.domain.preflight.blog_rules import BLOG_RULES, TEXT, Beside, BlogRule
from newsdesk.domain.preflight.entry_rules import ENTRY_RULES, STUB_RULES
from newsdesk.domain.preflight.findings import Facts, Finding, Fix, Hit, Place, Severity
from newsdesk.domain.preflight.rules import RULES
from newsdesk.domain.preflight.wording import of_texts

__all__ = [
    "BLOG_RULES", "RULES", "TEXT", "Beside", "BlogRule", "Facts", "Finding", "Fix", "Place", "Severity", "fix_all",
    "of_blog", "of_entry", "of_head", "preflight",
]

Severities = Mapping[str, Severity]  # by code; what is not named has the severity of RULES


def preflight(
    blog: Blog, entries: Sequence[Entry], facts: Facts, severities: Severities | None = None
) -> list[Finding]:
    """Everything about a blog: its head, then its entries as they are arranged."""
    wide: dict[str, list[Finding]] = {}
    for finding in of_blog(blog, [Beside.of(entry) for entry in entries], facts, severities):
        wide.setdefault(finding.place.id, []).append(finding)
    found = [*of_head(blog, severities), *wide.get(blog.id, [])]
    for entry in entries:
        found += of_entry(entry, blog, facts, severities)
        found += wide.get(entry.id, [])
    return found


def of_entry(entry: Entry, blog: Blog, facts: Facts, severities: Severities | None = None) -> list[Finding]:
    """What is to say of an entry by itself."""
    is_stub = entry.state is State.WITHDRAWN
    hits = [hit for rule in (STUB_RULES if is_stub else ENTRY_RULES) for hit in rule(entry, blog, facts)]
    return list(_weighed([*hits, *([] if is_stub else of_texts(entry))], {entry.id: entry}, severities))


def of_head(blog: Blog, severities: Severities | None = None) -> list[Finding]:
    """What is to say of a blog's headline and introduction by themselves."""
    return list(_weighed(of_texts(blog), {blog.id: blog}, severities))


def of_blog(
    blog: Blog, told: Sequence[Beside], facts: Facts, severities: Severities | None = None,
    rules: Iterable[BlogRule] = tuple(BLOG_RULES),
) -> list[Finding]:
    """What is to say of the entries beside one another."""
    values: dict[str, Value] = {blog.id: blog, **{entry.id: entry for entry, _ in told}}
    return list(_weighed((hit for rule in rules for hit in rule(blog, told, facts)), values, severities))


def fix_all(findings: Iterable[Finding], title: str = "") -> Edit | None:
    """Every fix of these findings as one edit, so that one undo takes them all back; None if there is none.

    Of two fixes that overlap in a text one waits for the next time, as does one for a value seen earlier.
    """
    by_id: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix and finding.value == by_id.get(finding.place.id, [finding])[0].value:
            by_id.setdefault(finding.place.id, []).append(finding)
    before = [mine[0].value for mine in by_id.values()]
    after = [_fixed(mine) for mine in by_id.values()]
    fixes = [finding.fix for mine in by_id.values() for finding in mine if finding.fix]
    edit = Edit.of(title or (fixes[0].title if len(fixes) == 1 else f"Fix {len(fixes)} findings"), before, after)
    return None if edit.is_empty else edit


def _fixed(findings: list[Finding]) -> Value:
    """Later places first, so that the earlier ones still are where they were found."""
    value = findings[0].value
    done: Place | None = None
    for finding in sorted(findings, key=lambda f: (f.place.field, f.place.block or 0, f.place.start), reverse=True):
        place = finding.place
        if done and (place.field, place.block) == (done.field, done.block) and place.end > done.start:
            continue
        if finding.fix:
            value, done = finding.fix.apply(value), place
    return value


def _weighed(hits: Iterable[Hit], values: Mapping[str, Value], severities: Severities | None) -> Iterator[Finding]:
    for hit in hits:
        value = values[hit.place.id]
        severity = (severities or {}).get(hit.code, RULES[hit.code].severity)
        if severity is Severity.ERROR and hit.code != "VANISHED" and isinstance(value, Entry) and not value.is_public:
            severity = Severity.WARNING  # a draft stays out, so it can stop nothing
        if severity is not Severity.OFF:
            yield Finding(hit.code, severity, hit.sentence, hit.place, value, hit.fix)
