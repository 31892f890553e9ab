"""ninjs against the schema that the IPTC publishes."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from newsdesk.formats.edition import Edition
from newsdesk.formats.ninjs import ninjs
from tests.formats.blogs import arabic_edition, full_edition, plain_edition

SCHEMA = Path(__file__).parents[3] / "shared" / "corpus" / "10_ninjs-schema_3.0.json"


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is not here")
@pytest.mark.parametrize("make", [full_edition, plain_edition, arabic_edition])
def test_an_item_is_valid(make: Callable[[], Edition]) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for error in validator.iter_errors(json.loads(ninjs(make())))] == []
