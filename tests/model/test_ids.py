"""Ids: tagged, stable, and apart where the keys are apart."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.ids import bytes_id, row_id

KEYS = st.lists(st.text(max_size=6) | st.integers() | st.none(), max_size=4)


def test_ids_are_the_same_on_every_machine() -> None:
    assert bytes_id(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert row_id("mention", "b2:d", 3, 7) == "b2:9301a050675213f41bf5f349c24e8b36"


@given(one=KEYS, other=KEYS)
def test_other_keys_have_other_ids(one: list[str | int | None], other: list[str | int | None]) -> None:
    assert (row_id("row", *one) == row_id("row", *other)) == (one == other)
