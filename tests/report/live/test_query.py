"""The address of a page: read, changed and written without losing or inventing anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from woozle.errors import UsageError
from woozle.report.live.query import LAST_PAGE, Query, pager

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(st.dictionaries(st.sampled_from(["q", "outlet", "day", "place"]), texts, max_size=4))
def test_an_address_says_what_was_chosen(values: dict[str, str]) -> None:
    path, _, tail = Query("/claims", values).url().partition("?")
    assert path == "/claims"
    assert dict(QueryParams(tail)) == values


@given(texts)
def test_a_change_leaves_the_rest_and_goes_to_the_first_page(text: str) -> None:
    query = Query("/claims", {"q": "a", "page": "7"}).having(outlet=text)
    assert dict(query.values) == {"q": "a", "outlet": text}
    assert dict(query.having(outlet=None).values) == {"q": "a"}
    assert dict(query.having(page="3").values)["page"] == "3"


@given(texts)
def test_words_are_phrases_and_no_query_language(text: str) -> None:
    words = Query("/claims", {"q": text}).words()
    assert words is None or words.count('"') % 2 == 0
    assert words is None or "\x00" not in words


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "٣", "1e3", " 1", str(LAST_PAGE + 1), "9" * 40])
def test_what_is_no_page_is_refused(page: str) -> None:
    with pytest.raises(UsageError, match="page="):
        _ = Query("/claims", {"page": page}).page


def test_a_pager_leads_both_ways_while_there_are_rows() -> None:
    middle = pager(Query("/claims", {"q": "a", "page": "2"}), 20, 50, size=20)
    assert (middle.first, middle.last, middle.total) == (21, 40, 50)
    assert (middle.before, middle.after) == ("/claims?q=a", "/claims?q=a&page=3")
    last = pager(Query("/claims", {"page": "3"}), 10, 50, size=20)
    assert (last.first, last.last, last.before, last.after) == (41, 50, "/claims?page=2", "")
    none = pager(Query("/claims", {}), 0, 0)
    assert (none.first, none.last, none.before, none.after) == (0, 0, "", "")
