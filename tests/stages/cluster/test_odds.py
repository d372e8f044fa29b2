"""The log-odds of two statements: more in common is never less likely, a clash is."""

from dataclasses import replace

from woozle.stages.cluster.contrast import is_sure
from woozle.stages.cluster.odds import FEATURES, WITH_MEANING, WORDS_ALONE, features, odds_of
from woozle.stages.cluster.pairs import liken
from woozle.stages.cluster.sides import Pair

PAIR = Pair(
    left_wording=1, right_wording=2,
    left_words="bridge\x1fburn", right_words="bridge\x1ffall", left_figures="", right_figures="", left_times="",
    right_times="", left_negated=False, right_negated=False, left_denied=False, right_denied=False, left_voice=None,
    right_voice=None, left_retracts=False, right_retracts=False, left_verbs="burn", right_verbs="fall",
    left_total=200, right_total=200, shared=100, shared_near=0, shared_around=0, overlap=0, passage=None, is_kin=False,
    is_one_report=False, meaning=500,
)  # fmt: skip


def test_every_weight_has_its_feature() -> None:
    assert len(features(PAIR)) == len(FEATURES)
    names = set(FEATURES) | {""}
    assert set(WITH_MEANING) == names - {"mutual"}
    assert set(WORDS_ALONE) == names - {"meaning"}


def test_what_is_more_alike_is_more_likely_the_same() -> None:
    assert odds_of(PAIR) < odds_of(replace(PAIR, meaning=800))
    assert odds_of(PAIR) < odds_of(replace(PAIR, shared=200))
    assert odds_of(replace(PAIR, meaning=None)) < odds_of(replace(PAIR, meaning=None, shared=200))


def test_other_figures_of_one_thing_make_it_less_likely() -> None:
    dead = "killed|people||3|3||"
    same = replace(PAIR, left_figures=dead, right_figures=dead)
    assert odds_of(replace(same, right_figures="killed|people||9|9||")) < odds_of(same)


def test_what_shares_no_word_is_brought_by_its_meaning() -> None:
    alike = replace(PAIR, meaning=990, right_figures="", left_figures="")
    (by_words,) = liken([alike])
    (by_meaning,) = liken([replace(alike, left_words="blaze", right_words="fire", shared=0)])
    assert (by_words.because, by_words.words) == ("words", "bridge")
    assert (by_meaning.because, by_meaning.words) == ("meaning", "")


def test_a_reader_is_told_only_of_what_is_surely_one_matter() -> None:
    counted = replace(PAIR, left_figures="killed|person||3|3|people|", right_figures="killed|person||9|9|people|")
    assert is_sure(counted, "figure", -100)
    assert not is_sure(counted, "figure", -400)
    unsaid = replace(counted, right_figures="|||9|9||")
    assert not is_sure(replace(unsaid, shared=10), "figure", -100)
    denied = replace(PAIR, left_denied=True)
    assert is_sure(denied, "denial", 0)
    assert not is_sure(denied, "denial", -300)
    assert not is_sure(replace(PAIR, left_negated=True, left_words="bridge"), "denial", -300)
    assert is_sure(PAIR, "time", -900)
