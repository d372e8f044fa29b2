"""Engines by name."""

import pytest

from woozle.errors import UsageError
from woozle.toolbox.nlp import load


@pytest.mark.parametrize("name", ["en", "en-rules"])
def test_one_object_a_process(name: str) -> None:
    assert load(name) is load(name)
    assert load(name).name == name


def test_an_unknown_engine_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="xx"):
        load("xx")
