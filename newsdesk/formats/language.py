"""What a language tag (BCP 47) says about how its text is set."""

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
_SCRIPTS = {"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"}


def well_formed(tag: str) -> str:
    """The tag, or `und` where it is none."""
    return tag if _TAG.fullmatch(tag) else "und"


def direction(tag: str) -> str:
    """`rtl` or `ltr`: by the script where one is named, else by the language."""
    language, *rest = well_formed(tag).lower().split("-")
    if scripts := [part for part in rest if len(part) == 4 and part.isalpha()]:
        return "rtl" if scripts[0] in _SCRIPTS else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def same_language(one: str, other: str) -> bool:
    return one.lower().split("-")[0] == other.lower().split("-")[0]
