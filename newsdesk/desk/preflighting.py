"""Preflight of a blog in the store, with what its releases say and as the newsroom weighs it."""

from collections.abc import Iterable, Mapping

from newsdesk.desk import standings
from newsdesk.desk.desk import Desk
from newsdesk.domain import preflight as rules
from newsdesk.domain.blog import Blog
from newsdesk.domain.preflight import RULES, Finding, Severity
from newsdesk.domain.revision import Done
from newsdesk.preferences import Preferences


def severities(preferences: Preferences) -> Mapping[str, Severity]:
    """How this newsroom weighs the rules, where not as usual; what nobody knows any more is left aside."""
    told = preferences.severities.items()
    return {code: Severity(weight) for code, weight in told if code in RULES and weight in set(Severity)}


def preflight(desk: Desk, blog: Blog, weights: Mapping[str, Severity] | None = None) -> list[Finding]:
    """Everything to look at before this blog is exported."""
    entries = [entry for page in desk.store.pages(blog.id) for entry in page]
    return rules.preflight(blog, entries, standings.facts(desk, blog.id), weights)


def fix(desk: Desk, findings: Iterable[Finding]) -> Done | None:
    """Do every safe fix of these findings as one edit; None if there is none. Raises ConflictError."""
    edit = rules.fix_all(findings)
    return desk.do(edit) if edit else None
