"""What an entry's content is in a feed or a news item: its words and its public notices as HTML."""

from newsdesk.domain.entry import Entry
from newsdesk.formats.body_html import Picture, body_html
from newsdesk.formats.entry_html import notice_html
from newsdesk.formats.escaping import html_text
from newsdesk.formats.public import WITHDRAWN_SENTENCE, is_stub, public_notices
from newsdesk.formats.voice import WORDS, Voice

_VOICE = Voice(WORDS)


def content_html(entry: Entry, picture: Picture) -> str:
    """Empty where the headline says it all."""
    if is_stub(entry):
        words = f"<p>{html_text(WITHDRAWN_SENTENCE)}</p>\n"
    else:
        words = f'<div class="e-content">\n{body_html(entry.body, picture)}\n</div>\n' if entry.body else ""
    return words + "".join(notice_html(notice, _VOICE) for notice in public_notices(entry))
