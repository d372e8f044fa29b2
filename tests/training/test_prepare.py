"""Arrays of a marked text: labels stand at the first atom of a word; what is not marked teaches nothing."""

from hypothesis import given
from hypothesis import strategies as st

from training.labels import NONE, lemma_script
from training.prepare import Preparer
from training.texts import Marked, Relation, Word
from woozle.toolbox.nlp.pieces import WordPieces
from woozle.toolbox.nlp.trained.reading import lemma_of

_PIECES = WordPieces(["[UNK]", "the", "re", "##e", "-", "left", "kort", "said"])
_LABELS = {"feats": ("_",), "lemma": ("small|0|",), "relation": ("root", "nsubj")}


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_script_makes_its_lemma(form: str, lemma: str) -> None:
    if lemma.lower() == lemma or form != form.lower():
        assert lemma_of(form, lemma_script(form, lemma)) == lemma


def _word(start: int, end: int, upos: str, relation: str, head: int) -> Word:
    return Word(start, end, {"upos": upos, "feats": "_", "lemma": "small|0|", "relation": relation}, head)


def test_a_word_of_several_atoms_is_labelled_at_its_first() -> None:
    text = "Re-entry left"
    words = [_word(0, 8, "NOUN", "nsubj", 1), _word(9, 13, "VERB", "root", 1)]
    arrays = Preparer(_PIECES, _LABELS).arrays(Marked(text, "x", [0], words))
    assert arrays["join"].tolist() == [0, 1, 1, 0]
    assert arrays["head"].tolist() == [3, NONE, NONE, 3]
    assert arrays["relation"].tolist() == [1, NONE, NONE, 0]
    assert arrays["sentence"].tolist() == [1, 0, 0, 0]
    assert set(arrays["name"].tolist()) == set(arrays["role"].tolist()) == {NONE}


def test_sources_and_contents_point_to_the_first_word_of_their_cue() -> None:
    text = "Kort said the re-entry left."
    relation = Relation([(0, 4)], [(5, 9)], [(10, 27)])
    arrays = Preparer(_PIECES, _LABELS).arrays(Marked(text, "x", names=[(0, 4, "PER")], relations=[relation]))
    assert arrays["role"].tolist() == [1, 3, 5, 6, 6, 6, 6, 0]
    assert arrays["anchor"].tolist() == [1, 1, 1, 1, 1, 1, 1, NONE]
    assert arrays["name"].tolist() == [1, 0, 0, 0, 0, 0, 0, 0]
    assert set(arrays["upos"].tolist()) == {NONE}
