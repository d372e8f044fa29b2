"""What people are asked: the kinds of questions, their words, their answers, and what each answer does."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from woozle.report.words import count


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the verdict that is recorded, and the words on its button."""

    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A kind of question.

    Attributes:
        name: how the book and addresses call it.
        tab: how a list of them is called.
        words: the question.
        short: the question in a row.
        lead: what is so now.
        answers: what can be said, beside unsure.
        effects: what each of them does, in the same order.
    """

    name: str
    tab: str
    words: str
    short: str
    lead: str
    answers: tuple[Answer, ...]
    effects: tuple[str, ...]


def _two(same: str, different: str) -> tuple[Answer, ...]:
    return Answer("same", same), Answer("different", different)


def _yes(yes: str, no: str) -> tuple[Answer, ...]:
    return Answer("accept", yes), Answer("reject", no)


_ALL = (
    Ask(
        "claims",
        "Claims",
        "Do these two say the same?",
        "Same claim?",
        "They stand in two claims now.",
        _two("Same", "Different"),
        (
            "The two claims become one. Its reports are those of both, and its voices are counted anew.",
            "They stay two.",
        ),
    ),
    Ask(
        "member",
        "Statements",
        "Do these two say the same?",
        "Same claim?",
        "They stand in one claim now, and nothing in it is more like the right one than the left one is.",
        _two("Same", "Different"),
        ("They stay together.", "The right one leaves the claim, and what is more like it goes along."),
    ),
    Ask(
        "names",
        "Names",
        "Is this one name, or two?",
        "Same name?",
        "They are two among people and groups now.",
        _two("Same", "Different"),
        ("They become one under the name on the left, and are one voice wherever both speak.", "They stay two."),
    ),
    Ask(
        "name",
        "Mentions",
        "Do both mean the same?",
        "Same name?",
        "They are one name now.",
        _two("Same", "Different"),
        ("They stay one.", "They become two, and each mention goes where its name fits better."),
    ),
    Ask(
        "copy",
        "Copies",
        "Was the right one made from the left one?",
        "Made from?",
        "It is taken for made from it, and does not say so.",
        _yes("Yes, made from it", "No"),
        (
            "Where both tell a claim, the right one adds no voice.",
            "Neither was made from the other: each leads back to its own sources.",
        ),
    ),
    Ask(
        "voices",
        "Voices",
        "Is this one voice, or two?",
        "Same voice?",
        "Both stand behind the claim.",
        _two("Same voice", "Two voices"),
        ("They are counted as one.", "Both are counted for sure, unless one only denies or passes on hearsay."),
    ),
    Ask(
        "voice",
        "More voices",
        "Is this one more voice?",
        "One more voice?",
        "It stands behind the claim beside the others, or is one of them.",
        _yes("Yes, count it", "No"),
        ("It is counted for sure.", "It is not counted."),
    ),
    Ask(
        "attribution",
        "Sources",
        "Does the report say that it comes from there?",
        "Said by them?",
        "The words on the left are put down to the source on the right.",
        _yes("Yes, they said it", "No"),
        ("It holds, whatever a later run says.", "The words stay in the claim, and nobody is counted for them."),
    ),
)
#: The kinds by name, in the order in which they are listed.
ASKS: Mapping[str, Ask] = MappingProxyType({one.name: one for one in _ALL})
UNSURE = Answer("unsure", "Unsure")
#: What recording each verdict is called afterwards.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "same": "the same",
        "different": "different",
        "accept": "yes",
        "reject": "no",
        "unsure": "unsure",
        "split": "taken out",
        "undo": "taken back",
    }
)
_CERTAINTY: Mapping[str, str] = MappingProxyType(
    {"half": "counted, but perhaps the same as another", "may": "not counted, perhaps one more"}
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question as the book lists it; see ``review_tables.sql``."""

    place: int
    id: str
    ask: Ask
    kind: str
    subject: str
    left_id: str
    right_id: str
    n_claims: int
    n_told: int
    score: int
    why: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The rows that it is about."""
        return (self.left_id, self.right_id) if self.right_id else (self.left_id,)

    @property
    def bears(self) -> str:
        """What an answer bears on, in words."""
        if not self.n_claims:
            return "no claim yet"
        return f"{count(self.n_claims, 'claim')}, told {self.n_told:,} times" if self.n_told > 1 else "1 claim"

    @property
    def reason(self) -> str:
        """Why it is asked, in words."""
        found = {
            "claims": "Alike, and kept apart" if self.score >= 0 else "Near the mark, and kept apart",
            "member": "Only loosely like the rest",
            "copy": "No credit" + (", and which came first is not known" if self.why == "unknown" else ""),
            "voices": _CERTAINTY.get(self.why, self.why).capitalize(),
            "voice": _CERTAINTY.get(self.why, self.why).capitalize(),
            "attribution": "No name was found for the source",
        }.get(self.ask.name)
        return found or self.why[:1].upper() + self.why[1:]


def question_of(row: tuple[object, ...]) -> Question:
    """A question out of a row of ``review_all``."""
    place, key, ask, *rest = row
    return Question(place, key, ASKS[str(ask)], *rest)  # type: ignore[arg-type]
