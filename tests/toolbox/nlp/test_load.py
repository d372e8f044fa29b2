"""Engines by name."""

import pytest

from woozle.errors import UsageError
from woozle.toolbox.nlp import load


def test_one_object_a_process() -> None:
    assert load("en") is load("en")
    assert load("en").name == "en"


def test_an_unknown_engine_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="xx"):
        load("xx")
