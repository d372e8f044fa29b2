"""How an invented report is told: what it says, who is named for it, what it was made from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """A document says a claim once: the claim, its words, and who is named as having said them."""

    claim: str
    words: str
    origin: str
    source: str | None = None
    cue: str | None = None
    mode: str = "indirect"
    via: str | None = None
    stance: str = "plain"
    time: str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document was made from another (a key), or from something outside the pile (a name)."""

    parent: str
    kind: str
    credited: bool = True
    direction: str = "known"


@dataclass(frozen=True, slots=True)
class Told:
    """One invented report."""

    key: str
    outlet: str
    title: str
    published: tuple[str | None, str | None, str] | None
    text: str
    says: tuple[Says, ...]
    made: tuple[Made, ...] = ()


def minute(at: str) -> tuple[str, str, str]:
    return f"2031-04-{at}:00Z", f"2031-04-{at}:59Z", "stated"


def day(number: int) -> tuple[str, str, str]:
    return f"2031-04-{number:02d}T00:00:00Z", f"2031-04-{number + 1:02d}T00:00:00Z", "metadata"
