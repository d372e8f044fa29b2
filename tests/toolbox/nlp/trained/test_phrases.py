"""Sources that end at a word that cannot stand alone."""

from woozle.model.values import Token
from woozle.toolbox.nlp import ParsedSentence
from woozle.toolbox.nlp.trained.phrases import whole

TEXT = "The free Legion Kort said it"
#: pos, head and relation of each word.
TREE = [
    ("DET", 2, "det"),
    ("ADJ", 2, "amod"),
    ("NOUN", 4, "nsubj"),
    ("PROPN", 2, "flat"),
    ("VERB", None, "root"),
    ("PRON", 4, "obj"),
]


def _sentence() -> ParsedSentence:
    tokens, at = [], 0
    for word, (pos, head, relation) in zip(TEXT.split(), TREE, strict=True):
        tokens.append(Token(at, at + len(word), pos, word, head, relation))
        at += len(word) + 1
    return ParsedSentence(0, at - 1, 0, tuple(tokens))


def _whole(words: str) -> str:
    start = TEXT.index(words)
    return TEXT[slice(*whole([_sentence()], (start, start + len(words))))]


def test_an_article_or_adjective_goes_on_to_its_noun_and_name() -> None:
    assert _whole("The") == _whole("The free") == "The free Legion Kort"


def test_what_can_stand_alone_stays() -> None:
    assert _whole("it") == "it"
    assert _whole("Legion") == "Legion"


def test_before_every_sentence_nothing_changes() -> None:
    assert whole([], (0, 3)) == (0, 3)
