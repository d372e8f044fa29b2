"""What a stretch proves: narrative does, quotations do not, names prove little."""

from woozle.toolbox.copying.align import align
from woozle.toolbox.copying.evidence import Evidence, pair_of, weigh
from woozle.toolbox.copying.marked import mark


def best(left: str, right: str) -> Evidence:
    one, other = mark(left), mark(right)
    alignment = align(one.seeds, other.seeds)
    pair = pair_of(alignment, one, other)
    return max((weigh(stretch, pair) for stretch in alignment.stretches), key=lambda evidence: evidence.proof)


SENTENCE = "The old crane on the eastern quay had been out of order since the storms of last winter."


def test_a_sentence_in_another_report_proves_copying() -> None:
    found = best(f"Nobody knew why. {SENTENCE} It was sold.", f"Rain fell. {SENTENCE} Boats lay idle.")
    assert found.sentence >= 11


def test_the_same_words_quoted_in_both_prove_nothing() -> None:
    found = best(f'The mayor said: "{SENTENCE}" He left.', f"“{SENTENCE}” an official wrote on Monday.")
    assert found.proof == 0
    assert sum(block.size for block in found.quoted) == 18


def test_a_quotation_without_its_marks_proves_nothing() -> None:
    found = best(f'The mayor said: "{SENTENCE}" He left.', f"This is what he wrote:\n\n{SENTENCE}\n\nSo he did.")
    assert found.proof == 0


def test_words_set_into_somebodys_quotation_are_still_the_reports() -> None:
    host = f'"We waited for hours and nobody came. {SENTENCE} Then the lights went out and we left," he told us later.'
    assert best(f"Nobody knew why. {SENTENCE} It was sold.", host).proof >= 11


def test_a_title_and_a_name_prove_little() -> None:
    left = "The move came from Volden Maritime Board chairman Ivan Petar Marren on Tuesday."
    right = "Critics of Volden Maritime Board chairman Ivan Petar Marren disagree with that."
    assert best(left, right).proof < 5
