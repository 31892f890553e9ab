"""British spelling, told by an American dictionary."""

import pytest

from newsdesk.domain.british import in_british, is_british

AMERICAN = {
    "color", "colorful", "neighborhood", "labor", "humor", "humorous", "rumor", "coloration", "center", "centered",
    "centering", "kilometers", "theatergoer", "organize", "organizations", "unauthorized", "emphasize", "size",
    "capsize", "advise", "analyzing", "paralyzed", "catalog", "catalogs", "cataloged", "program", "defense",
    "offenses", "licenses", "practicing", "travel", "traveled", "fail", "failed", "fuel", "fueling", "compile",
    "compiled", "counsel", "counselors", "marvel", "marvelous", "enroll", "fulfillment", "skillful", "gray", "tires",
    "curb", "plowed", "skeptical", "pediatrician", "anesthetized", "hemorrhage", "leukemia", "encyclopedia",
    "maneuvered", "diarrhea", "gram", "likable", "aging", "whiskey", "stories", "doctor", "later", "president",
}  # fmt: skip
BRITISH = (
    "colour Colour colourful neighbourhood Labour rumour centre centred centring kilometres theatregoer organise "
    "organisations unauthorised emphasise analysing paralysed catalogue catalogues catalogued programme defence "
    "offences licences practising travelled fuelling counsellors marvellous enrol fulfilment skilful grey tyres kerb "
    "ploughed sceptical paediatrician anaesthetised haemorrhage leukaemia encyclopaedia manoeuvred diarrhoea gramme "
    "likeable ageing whisky storeys"
)
SLIPS = (
    "colur centr humourous colouration capsise outsise failled compilled doctour latre organis presidnet "
    "programmee goverment seh"
)


def is_american(word: str) -> bool:
    """As a dictionary has it: a capital is no mistake."""
    return word in AMERICAN or word[:1].lower() + word[1:] in AMERICAN


@pytest.mark.parametrize("word", BRITISH.split())
def test_british_words_are_right_where_their_american_form_is(word: str) -> None:
    assert is_british(word, is_american)


@pytest.mark.parametrize("word", SLIPS.split())
def test_no_rule_makes_a_slip_right(word: str) -> None:
    assert not is_british(word, is_american)


def test_suggestions_are_written_the_british_way() -> None:
    words = ["color", "Labor", "center", "centered", "defense", "traveled", "failed", "doctor", "humorous", "later"]

    found = [in_british(word, is_american) for word in words]

    assert found == [
        "colour", "Labour", "centre", "centered", "defence", "travelled", "failed", "doctor", "humorous", "later",
    ]  # fmt: skip
