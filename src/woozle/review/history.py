"""When each voice behind a claim joined, and what was known of it on any day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from woozle.errors import UsageError
from woozle.model.records import Assertion, Claim, Document, Origin
from woozle.model.values import Range, Voice
from woozle.review.record import Rows
from woozle.toolbox.shown import cut

_DOUBT = {"may": " (perhaps)"}
#: Characters of a voice's name in a line; unnamed ones go by all that is told of them.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Joined:
    """A voice, and the report by which it joined. ``certainty`` as of origins: sure, half, may, none."""

    name: str
    kind: str
    certainty: str
    document_id: str

    @property
    def counts(self) -> bool:
        """Whether it is a voice, or may be one."""
        return self.certainty != "none"


@dataclass(frozen=True, slots=True)
class Day:
    """What was known at the end of a day, ISO 8601, UTC; ``day`` is None for reports of no known single day, last.

    ``voices`` counts those who had joined by then; ``joined`` are those of this day.
    """

    day: str | None
    n_new_reports: int
    n_reports: int
    voices: Range
    joined: tuple[Joined, ...]


def history(book: Rows, prefix: str) -> tuple[Day, ...]:
    """The days on which reports of a claim came out, earliest first.

    Args:
        book: the record.
        prefix: the beginning of the claim's id; the tag ``b2:`` may be left out.

    Raises:
        UsageError: no claim, or more than one, has such an id.
    """
    found = [row for row in book.find(prefix) if isinstance(row, Claim)]
    if len(found) != 1:
        raise UsageError(f"{len(found) or 'no'} claim{'s' * (len(found) > 1)} of the record begin with {prefix}")
    claim = found[0]
    return history_of(book, claim, book.where(Origin, "claim_id", claim.id))


def history_of(book: Rows, claim: Claim, origins: Sequence[Origin]) -> tuple[Day, ...]:
    """`history` of a claim whose origins are at hand."""
    said = [row for row in (book.get(Assertion, row_id) for row_id in claim.assertion_ids) if row]
    day_of = {row_id: _day(book.get(Document, row_id)) for row_id in {row.document_id for row in said}}
    report_of = {row.id: row.document_id for row in said}
    first = _first(origins, report_of, day_of)
    made: list[Day] = []
    for day in sorted(set(day_of.values()), key=_last):
        past = {row_id for row_id, one in day_of.items() if _last(one) <= _last(day)}
        known = [origin for origin in origins if any(report_of.get(row_id) in past for row_id in origin.assertion_ids)]
        joined = tuple(one for when, one in first if when == day)
        new = sum(one == day for one in day_of.values())
        made.append(Day(day, new, len(past), _count(known), joined))
    # In the end it is the claim's own count: how repeats were told apart is known to the step that counted.
    return (*made[:-1], Day(made[-1].day, made[-1].n_new_reports, claim.reports, claim.voices, made[-1].joined))


def words(days: Sequence[Day]) -> Iterable[str]:
    """The history as lines of text."""
    for day in days:
        voices = "1 voice" if day.voices.best == 1 else f"{day.voices.best} voices"
        perhaps = f", perhaps {day.voices.high}" if day.voices.high > day.voices.best else ""
        reports = f"{day.n_reports} report{'s' * (day.n_reports != 1)}"
        named = [f"{cut(one.name, _LONGEST)}{_DOUBT.get(one.certainty, '')}" for one in day.joined]
        names = "; ".join(dict.fromkeys(name for name, one in zip(named, day.joined, strict=True) if one.counts))
        yield f"  {day.day or 'no known day'}: {reports}, {voices}{perhaps}" + (f"; joined: {names}" if names else "")


def _last(day: str | None) -> str:
    """Sorts undated reports last: whatever they add was known at some time, nobody knows when."""
    return day or "9999-99-99"


def _day(document: Document | None) -> str | None:
    """The day a report came out, where that is one day."""
    published = document.published if document else None
    if published is None or published.start is None or published.end is None:
        return None
    length = datetime.fromisoformat(published.end) - datetime.fromisoformat(published.start)
    return published.start[:10] if length <= timedelta(days=1) else None


def _first(
    origins: Sequence[Origin], report_of: dict[str, str], day_of: dict[str, str | None]
) -> list[tuple[str | None, Joined]]:
    """Each voice with the day of its earliest report, in order."""
    found: dict[str, tuple[tuple[str, str], str | None, Joined]] = {}
    for origin in origins:
        reports = sorted({report_of[row_id] for row_id in origin.assertion_ids if row_id in report_of})
        for report in sorted(reports, key=lambda one: (_last(day_of[one]), one))[:1]:
            order = (_last(day_of[report]), report)
            key = _key(origin)
            if key not in found or order < found[key][0]:
                name = origin.voice.name or origin.voice.kind.replace("_", " ")
                joined = Joined(name, origin.voice.kind, origin.certainty, report)
                found[key] = (order, day_of[report], joined)
    return [(day, joined) for _, day, joined in sorted(found.values(), key=lambda item: (item[0], item[2].name))]


def _key(origin: Origin) -> str:
    """What makes two origins one voice; the unnamed are never put together."""
    voice: Voice = origin.voice
    if voice.entity_id:
        return f"entity {voice.entity_id}"
    if voice.name and voice.kind != "anonymous":
        return f"{voice.kind} {voice.name.casefold()}"
    return origin.id


def _count(known: Sequence[Origin]) -> Range:
    """Voices as the record counts them: sure ones, those that count too, and those that may be one more."""
    sure, counted, possible = (
        len({_key(origin) for origin in known if origin.certainty in certainties})
        for certainties in (("sure",), ("sure", "half"), ("sure", "half", "may"))
    )
    return Range(max(min(1, counted), sure), counted, possible)
