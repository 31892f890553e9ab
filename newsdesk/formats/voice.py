"""The few words that a page says by itself. A theme may say them in another language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newsdesk.formats.language import direction, same_language

WORDS: Mapping[str, str] = MappingProxyType({
    "live_blog": "Live blog",
    "key_events": "Key events",
    "key_event": "Key event",
    "pinned": "Pinned",
    "updated": "Updated",
    "correction": "Correction",
    "clarification": "Clarification",
    "withdrawn": "Withdrawn",
    "was_withdrawn": "This entry was withdrawn.",
    "ended": "This live coverage has ended.",
    "skip": "Skip to the entries",
    "exported": "Exported",
})


@dataclass(frozen=True, slots=True)
class Voice:
    """Words, and the attributes that tell a reader aloud where the language changes for them."""

    words: Mapping[str, str]
    own: str = ""  # attributes of an element that holds a word of the page's own
    stamp: str = ""  # attributes of a time, which is written left to right everywhere

    def __getitem__(self, name: str) -> str:
        return self.words[name]


def voice_for(language: str, words: Mapping[str, str], words_language: str) -> Voice:
    """How a page in a blog's language speaks."""
    is_foreign = not same_language(language, words_language)
    turns = direction(language) != direction(words_language)
    own = f' lang="{words_language}"' if is_foreign else ""
    own += f' dir="{direction(words_language)}"' if turns else ""
    return Voice({**WORDS, **words}, own, ' dir="ltr"' if direction(language) == "rtl" else "")
