"""British spelling told by American: a way to check British English where only an American dictionary is at hand.

A British word counts as right where its American form is right. The rules are those of the larger style guides
(-our, -re, -ise, -yse, -ogue, -ence, doubled l, ae and oe); what follows no rule stands in a list. They take what
is British as right and do not refuse what is American.
"""

import re
from collections.abc import Callable

IsAmerican = Callable[[str], bool]

_OUR = (
    "arb|ard|arm|behavi|cand|clam|clang|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|"
    "parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig"
)
_RE = "cent|theat|met|lit|fib|lust|calib|meag|mit|sab|scept|somb|spect|och|louv|reconnoit|saltpet|manoeuv"
_ISE = "(?:e[drs]?|ers|ing|able|ations?|ational)"
_LIKE = {  # beginnings of words, with what the American word has in their place
    "aeroplane": "airplane", "ageing": "aging", "aluminium": "aluminum", "anaesth": "anesth", "archaeo": "archeo",
    "arse": "ass", "artefact": "artifact", "axe": "ax", "behove": "behoove", "caesar": "cesar", "cheque": "check",
    "coeliac": "celiac", "cosi": "cozi", "cosy": "cozy", "despatch": "dispatch", "doughnut": "donut",
    "draught": "draft", "dreamt": "dreamed", "enquir": "inquir", "faec": "fec", "focuss": "focus", "foet": "fet",
    "grey": "gray", "gynaec": "gynec", "haem": "hem", "homoeo": "homeo", "ischaem": "ischem", "jeweller": "jeweler",
    "jewellery": "jewelry", "judgement": "judgment", "kerb": "curb", "leapt": "leaped", "learnt": "learned",
    "mediaev": "mediev", "mollusc": "mollusk", "mould": "mold", "moult": "molt", "moustache": "mustache",
    "oesoph": "esoph", "oestr": "estr", "omelette": "omelet", "orthopaed": "orthoped", "paed": "ped",
    "plough": "plow", "pyjama": "pajama", "sceptic": "skeptic", "skilful": "skillful", "smoulder": "smolder",
    "specialit": "specialt", "spelt": "spelled", "spoilt": "spoiled", "storey": "story", "storeys": "stories",
    "sulph": "sulf", "tranquillit": "tranquilit", "tyre": "tire", "whisky": "whiskey", "wilful": "willful",
    "woollen": "woolen", "worshipp": "worship",
}  # fmt: skip
_RULES = (
    (re.compile(rf"({_OUR})our(?!ous|at|if|is|iz)"), r"\1or"),  # but humorous, coloration, glamorise
    (re.compile(rf"({_RE})red(?='|$)"), r"\1ered"),
    (re.compile(rf"({_RE})ring(?='|$)"), r"\1ering"),
    (re.compile(rf"({_RE})re"), r"\1er"),
    (re.compile("manoeuv"), "maneuv"),
    # at least two letters before it; of those in -sise only emphasise, synthesise and their like: not capsise
    (re.compile(rf"(?<=[a-z]{{2}})(?:(?<=[a-rt-z])|(?<=[aeo]s))is(?={_ISE}(?:'|$))"), "iz"),
    (re.compile(r"(al|rol)ys(?=e|ing)"), r"\1yz"),
    (re.compile(r"ogu(?:e(?=s?(?:'|$))|(?=ed$|ing$))"), "og"),
    (re.compile(r"gramme(?=s?(?:'|$))"), "gram"),
    (re.compile(r"(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"practis(?=e|ing)"), "practic"),
    (re.compile(r"(enrol|fulfil|instal|instil|distil|appal|enthral)(?!l)"), r"\1l"),
    (re.compile(r"eable$"), "able"),
    (re.compile(r"(encyclop)ae(?=d)|(diarrh)oe(?=a)|(an|uk|yc|ox|ic)ae(?=mi)"), r"\1\2\3e"),
)
# Travelled, counsellor, marvellous; the vowel before the l stands alone (not failled), or follows an i or u (fuelled).
_DOUBLED = re.compile(r"(.*(?:[^aeiou]|[iu])[aeiou]l)l((?:ed|ing|ers?|ery|ors?|ous|ously|ists?|able)(?:'s?)?)")
_BEGINNINGS = re.compile(f"({'|'.join(sorted(_LIKE, key=len, reverse=True))})")
_BRITISH = (
    (re.compile(rf"({_OUR})or(?!ous|at|if|is|iz)"), r"\1our"),
    (re.compile(rf"({_RE})er(?=s?(?:'|$))"), r"\1re"),
    (re.compile(r"(def|off|pret)ense"), r"\1ence"),
    (re.compile(r"([^aeiou][aeiou]l)(?=(?:ed|ing|ers?)$)"), r"\1l"),
)


def is_british(word: str, is_american: IsAmerican) -> bool:
    """Whether a word is right in British English, asked of one who knows American English."""
    plain = word.lower()
    if (doubled := _DOUBLED.fullmatch(plain)) and is_american(doubled[1]) and is_american(doubled[1] + doubled[2]):
        return True
    return any(is_american(_like(word, form)) for form in _american(plain) - {plain})


def in_british(word: str, is_american: IsAmerican) -> str:
    """An American word as British English writes it; the word itself where both write it alike."""
    plain = word.lower()
    forms = (pattern.sub(british, plain) for pattern, british in _BRITISH)
    found = next((form for form in forms if form != plain and not is_american(form)), plain)
    return _like(word, found) if is_british(found, is_american) else word


def _american(word: str) -> set[str]:
    """All that the rules make of a word, alone and together: anaesthetised has two of them."""
    forms = {word}
    if match := _BEGINNINGS.match(word):
        forms.add(_LIKE[match[1]] + word[match.end() :])
    for pattern, american in _RULES:
        forms |= {pattern.sub(american, form) for form in forms}
    return forms


def _like(word: str, form: str) -> str:
    """With a capital where the word has one."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
