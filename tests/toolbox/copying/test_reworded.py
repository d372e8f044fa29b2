"""Alignment where one word may stand for another."""

import pytest

from woozle.toolbox.copying.marked import mark
from woozle.toolbox.copying.reworded import OWN, Costs, Worded, best_run, costs, whole, without, worded
from woozle.toolbox.meaning.words import load_words

TOLD = "The strike is over after dockers and the owner of the port settled for a rise of nine percent in pay."
RETOLD = (
    "The walkout has ended after longshoremen and the owner of the harbour agreed on an increase of 9 percent in wages."
)
TURNED = "A rise of nine percent in pay is what dockers and the owner of the port settled for, so the strike is over."


def words(text: str) -> Worded:
    return worded(mark(text), load_words())


def table(left: str, right: str) -> Costs:
    one, other = words(left), words(right)
    return costs(one, other, ([False] * len(one.words), [False] * len(other.words)))


def test_words_that_stand_for_each_other_pair_in_order() -> None:
    run = best_run(table(TOLD, RETOLD))
    assert run
    pairs = {(words(TOLD).words[i], words(RETOLD).words[j]) for i, j in run.pairs}
    assert {("port", "harbour"), ("nine", "9"), ("pay", "wages")} <= pairs
    assert list(run.pairs) == sorted(run.pairs)
    assert run.score > 600


def test_another_order_and_another_matter_score_less() -> None:
    told, turned = whole(table(TOLD, RETOLD)), whole(table(TOLD, TURNED))
    other = whole(
        table(TOLD, "Tulips are sold at the flower market, and nobody there has ever seen a ship or a crane.")
    )
    assert told > turned > other


def test_a_name_or_figure_of_ones_own_costs() -> None:
    plain, named = "a rise was agreed on by the owner", "a rise was agreed on by Oxted"
    both = table("so a rise was agreed on by the owner", plain), table("so a rise was agreed on by the owner", named)
    assert whole(both[0]) - whole(both[1]) >= OWN


def test_words_left_out_neither_prove_nor_part() -> None:
    text = "The pilot said he had warned the board twice before the ferry ran aground."
    one = words(text)
    nothing, every = [False] * len(one.words), [True] * len(one.words)
    assert best_run(costs(one, one, (every, every))) is None
    assert whole(costs(one, one, (every, every))) == 0
    assert whole(costs(one, one, (nothing, nothing))) == 70 * len(one.words)


def test_further_runs_do_not_cross_the_first() -> None:
    parts = ("The night ferry ran onto a sandbank off the coast.", "Four hives broke loose on the deck of the ship.")
    full = table(" ".join(parts), " ".join(reversed(parts)))
    first = best_run(full)
    assert first
    second = best_run(without(full, first))
    assert second
    assert second.left[1] <= first.left[0] or first.left[1] <= second.left[0]
    assert second.right[1] <= first.right[0] or first.right[1] <= second.right[0]


@pytest.mark.parametrize("text", ["", "a", "!?"])
def test_any_text_has_words(text: str) -> None:
    if mark(text).words:
        assert words(text).rows.shape[0] == 1
