"""Texts made ready for comparison, of which the last are kept: whatever is forgotten meanwhile, each comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.stages.copies import reading
from woozle.stages.copies.reading import Marking
from woozle.toolbox.copying.marked import marks
from woozle.toolbox.copying.split import Splitter


@given(
    st.lists(st.lists(st.sampled_from(["Rain fell.", "Boats lay idle.", "A crane.", "Ice."]), max_size=6), max_size=6)
)
def test_texts_come_out_whatever_is_kept(calls: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "KEPT", 2)
        patch.setattr(reading, "AT_ONCE", 3)
        marking = Marking()
        for texts in calls:
            found = list(marking(texts))
            assert [one.text for one in found] == texts
            assert [one.words for one in found] == [one.words for one in marks(texts, Splitter())]
