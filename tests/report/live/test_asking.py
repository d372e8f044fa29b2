"""Kinds of questions: each has two answers that its kind of row can be judged by, and says what they do."""

from woozle.model.decisions import VERDICTS
from woozle.report.live.asking import ASKS, SAID, UNSURE, question_of

KIND_OF = {
    "claims": "claim",
    "member": "claim",
    "names": "entity",
    "name": "entity",
    "copy": "copy",
    "voices": "origin",
    "voice": "origin",
    "attribution": "attribution",
}


def test_every_answer_is_a_verdict_of_its_kind_and_says_what_it_does() -> None:
    assert set(ASKS) == set(KIND_OF)
    for name, ask in ASKS.items():
        assert len(ask.answers) == len(ask.effects) == 2
        assert {one.verdict for one in (*ask.answers, UNSURE)} <= set(VERDICTS[KIND_OF[name]])
        assert len({one.verdict[0] for one in (*ask.answers, UNSURE)}) == 3


def test_every_verdict_has_words() -> None:
    assert set(SAID) >= {verdict for found in VERDICTS.values() for verdict in found}


def test_a_question_says_why_it_is_asked_and_what_it_bears_on() -> None:
    def made(ask: str, score: int, why: str, n: int, told: int) -> tuple[str, str]:
        one = question_of((1, "f" * 16, ask, KIND_OF[ask], "claim a b", "a", "b", n, told, score, why))
        return one.reason, one.bears

    assert made("claims", 12, "bridge", 2, 9) == ("Alike, and kept apart", "2 claims, told 9 times")
    assert made("claims", -12, "", 1, 1) == ("Near the mark, and kept apart", "1 claim")
    assert made("copy", 40, "unknown", 0, 0) == ("No credit, and which came first is not known", "no claim yet")
    assert made("voices", 0, "may", 1, 3) == ("Not counted, perhaps one more", "1 claim, told 3 times")
    assert made("name", 70, "short for a name", 1, 3)[0] == "Short for a name"
