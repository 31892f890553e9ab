"""What is sealed is written in the same letters for ever."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.store import seals

_TEXTS = st.text(st.characters(codec=None)) | st.text("\"\\/\n\x00\x1f\x7f\u2028😀\ud800é", max_size=20)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS | st.binary(max_size=5)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(_TEXTS, inner), max_leaves=20
)


@given(_VALUES)
def test_json_is_what_the_standard_library_writes(value: object) -> None:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=repr)

    assert seals.to_json(value) == told


@given(_VALUES)
def test_a_python_without_the_quick_encoder_writes_the_same(value: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("json.encoder.c_make_encoder", None)

        assert seals._encoder()(value) == seals.to_json(value)
