"""A row in the making: stretches of words before they become spans."""

from dataclasses import dataclass

from woozle.stages.attribute.view import Range

#: Nouns that hold what somebody said.
CLAIM_NOUNS = frozenset(
    "claim claims allegation allegations assertion assertions accusation accusations finding findings conclusion "
    "conclusions statement statements warning warnings testimony report reports account accounts version complaint "
    "complaints denial denials insistence contention argument charge charges suggestion admission declaration "
    "assessment verdict explanation revelation revelations remark prediction theory".split()
)


@dataclass(frozen=True, slots=True)
class CarrierDraft:
    """Somebody or something between outlet and source, by words."""

    span: Range
    kind: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution by words.

    Attributes:
        source: who says it; None where the text names nobody.
        cue: the words that say so; None where marks alone do.
        content: what is said, in text order.
        act: as in `Attribution`.
        stance: as in `Attribution`.
        verb: lemma of the cue, or the noun or phrase.
        is_speech: a cue of speech, so that a quotation may follow, and rows inside other rows' content are kept.
        flow: number of the sentence.
        carriers: outermost first.
        is_inner: found inside a quotation.
        within: the cue of the row that this one is nested in, where its place in the text does not tell.
        meant: words elsewhere that name the source, where its own do not: the "A" of an interview.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    act: str
    stance: str
    verb: str
    is_speech: bool
    flow: int
    carriers: tuple[CarrierDraft, ...] = ()
    within: Range | None = None
    is_inner: bool = False
    meant: Range | None = None

    @property
    def size(self) -> int:
        """Number of words of the content."""
        return sum(end - start for start, end in self.content)

    @property
    def is_voice(self) -> bool:
        """Whether it stays a row inside another's content: somebody named says it, or hearsay."""
        return self.is_speech or (
            self.source is not None and self.act in ("assert", "deny") and self.verb in CLAIM_NOUNS
        )
