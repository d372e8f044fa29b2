"""Passages told again in other words: found where order and words show it, and nowhere else."""

import hashlib
from importlib.resources import files

import pytest

import woozle
from tests.stages.copies.reports import FERRY, MARKET, SPUN, report
from woozle.stages.copies.pairs import shared_passages
from woozle.stages.copies.rewording import ALIGNED, Rewording, nearest
from woozle.stages.copies.steps import COPIES
from woozle.toolbox.meaning.words import WordVectors

#: The same event, by somebody who was there himself.
WITNESS = (
    "Passengers of a ferry spent nine hours on a sandbank within sight of Sarnby before the tide lifted them off. "
    "Lise Brandt, a teacher from Holm, played cards with the crew of the galley. "
    "“We saw the bees first and the mate second,” she said on the quay. "
    "Her son counted four open hives among the cars. The line will pay back every ticket, its manager Ole Stang "
    "promised on Wednesday, and the pilot, Greta Munk, blames the dredging."
)


def rewordings(left: str, right: str, days: tuple[str | None, str | None] = (None, None)) -> list[tuple[str, str]]:
    one, other = report("a", left, "Lantern", days[0]), report("b", right, "Echo", days[1])
    found = Rewording().passages(one, other, shared_passages(one, other))
    assert all(item.kind == "paraphrase" and item.reasons and 0 < item.score <= 1 for item in found)
    spans = [(one.marked.span(item.left), other.marked.span(item.right)) for item in found]
    return [(left[slice(*mine)], right[slice(*theirs)]) for mine, theirs in spans]


def test_a_report_that_a_machine_reworded_is_told_after_it_from_end_to_end() -> None:
    assert rewordings(FERRY, SPUN) == [(FERRY.rstrip("."), SPUN.rstrip("."))]


def test_a_reworded_part_is_found_inside_other_text() -> None:
    (found,) = rewordings(
        f"{MARKET} {FERRY} {MARKET}", f"{SPUN} Elsewhere it rained, and the quay at Orle stayed dry all week."
    )
    assert "dredged" in found[0]
    assert "crossing" in found[0]
    assert "tulips" not in found[0]
    assert "Orle" not in found[1]


def test_who_was_there_himself_tells_nothing_after_another() -> None:
    assert rewordings(FERRY, WITNESS) == []
    assert rewordings(SPUN, WITNESS) == []


def test_another_matter_another_month_and_copied_words_are_no_rewording() -> None:
    assert rewordings(FERRY, MARKET) == []
    assert rewordings(FERRY, SPUN, ("2031-03-04", "2031-03-05"))
    assert rewordings(FERRY, SPUN, ("2031-03-04", "2031-09-05")) == []
    assert rewordings(FERRY, FERRY) == []
    assert rewordings("", FERRY) == []


def test_only_quoted_words_reworded_prove_nothing() -> None:
    left = (
        "“We had dredged the channel far too narrow in the spring, and I told the board so twice before the summer,” "
        "he said."
    )
    right = (
        "“The channel was dug much too tight last spring, and twice before summer came I informed the board,” said "
        "the pilot."
    )
    assert rewordings(f"{MARKET} {left}", f"Rope is dear. {right} The bar stayed shut.") == []


def test_the_model_is_read_only_when_a_pair_needs_it() -> None:
    def never() -> WordVectors:
        raise AssertionError

    copied = report("a", FERRY), report("b", FERRY)
    assert Rewording(never).passages(*copied, shared_passages(*copied)) == ()
    with pytest.raises(AssertionError):
        Rewording(never).passages(report("a", FERRY), report("b", SPUN), ())


def test_rows_are_the_same_alone_and_in_a_pile() -> None:
    alone = list(woozle.passages([("a", FERRY), ("b", SPUN)]))
    assert [row.kind for row in alone] == ["paraphrase"]
    pile = [("m", MARKET), ("b", SPUN), ("w", WITNESS), ("a", FERRY), ("x", f"{MARKET} {WITNESS}")]
    together = woozle.passages(pile)
    assert [row for row in together if {row.left.document_id, row.right.document_id} == {"a", "b"}] == alone


def test_other_weights_are_another_version() -> None:
    """Tables of a case are made anew only if the step's version says so: raise it together with the weights."""
    manifest = (files("woozle") / "models" / "en" / "sentences.json").read_bytes()
    assert (COPIES.version, hashlib.sha256(manifest).hexdigest()[:12]) == (9, "5bfcce5308ef")


def test_each_report_is_aligned_with_a_few_others_that_share_most_terms() -> None:
    others = [["hive", "rope"], ["hive"], *([["hive", "rope", "deck"]] * ALIGNED)]
    assert nearest(["hive", "rope", "deck"], others, 6) == frozenset(range(2, ALIGNED + 2))
    assert nearest(["hive"], [], 6) == frozenset()


def test_reports_that_share_hardly_a_rare_term_are_not_aligned() -> None:
    own = [f"word{at}" for at in range(40)]
    others = [own[:4], [*own[:4], *map(str, range(40))], [*own[:5], *map(str, range(40))]]
    assert nearest(own, others, 6) == frozenset({0, 2})
