"""The occasion of an utterance, from the words around its cue."""

import pytest

from woozle.model.records import Attribution
from woozle.model.values import Span
from woozle.stages.origins.occasions import Setting, setting_of, settings_of


def setting(text: str, content: str, source: str) -> Setting:
    said, who = text.index(content), text.index(source)
    spans = Span(said, said + len(content), content), Span(who, who + len(source), source)
    return setting_of(
        text, Attribution("a", "d", "indirect", (spans[0],), None, spans[1], None, (), "assert", "plain", None)
    )


@pytest.mark.parametrize(
    ("text", "kind", "addressee"),
    [
        ("The miners were safe, Ana Breck told the Ridge Post.", "interview", "the Ridge Post"),
        ("The miners were safe, Ana Breck told us.", "interview", None),
        ("The miners were safe, Ana Breck told reporters.", "press_conference", None),
        ("The miners were safe, Ana Breck wrote on her channel.", "post", None),
        ("The miners were safe, Ana Breck said in a statement.", "statement", None),
        ("The miners were safe, Ana Breck said.", "unknown", None),
    ],
)
def test_what_is_told_of_the_occasion(text: str, kind: str, addressee: str | None) -> None:
    assert setting(text, "The miners were safe", "Ana Breck") == Setting(kind, addressee)


def test_occasions_inside_the_content_are_not_the_occasion_of_the_content() -> None:
    text = "Ana Breck said he had told a news conference that the miners were safe."
    assert setting(text, "he had told a news conference that the miners were safe", "Ana Breck").kind == "unknown"


def test_whoever_told_one_paper_one_thing_told_it_all_there() -> None:
    text = (
        "Ana Breck told the Ridge Post that the miners were safe. The shaft was dry, she said. "
        "The owner knew, Jan Orlo said."
    )
    told = [("a", "the miners were safe", "Ana Breck", "ana"), ("b", "The shaft was dry", "she", "ana")]
    told.append(("c", "The owner knew", "Jan Orlo", "jan"))
    rows = []
    for key, content, source, entity in told:
        said, who = text.index(content), text.index(source)
        spans = Span(said, said + len(content), content), Span(who, who + len(source), source)
        rows.append(Attribution(key, "d", "indirect", (spans[0],), None, spans[1], entity, (), "assert", "plain", None))
    made = settings_of(text, rows)
    assert made["b"] == made["a"] == Setting("interview", "the Ridge Post")
    assert made["c"] == Setting("unknown", None)
