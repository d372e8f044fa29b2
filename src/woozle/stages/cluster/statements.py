"""What one assertion says, as words, names, figures and times that can be compared across reports."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from woozle.model.records import Assertion, Quantity, Sentence, Time
from woozle.toolbox.link.bundle import Bundle, Part, bundle
from woozle.toolbox.link.words import concept, content_words, is_negated


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion (``id``) made comparable.

    Attributes:
        id: the assertion's id.
        document_id: its report.
        start: of its first span, code points of the report.
        end: of its last span.
        day: the first day the report may be of, or None.
        words: content of its own words: concepts, ``@`` entity ids, ``#`` figures, ``~`` clock times; sorted.
        near: the same for the words around it, where its own are few.
        figures: ``role|counted|unit|low|high``, sorted; an open end is empty.
        times: ``start|end`` of what is dated, sorted.
        is_negated: a word of it negates.
        is_denied: the report says that somebody denies it.
        voice: entity id of who says so, or None.
        text: its words.
    """

    id: str
    document_id: str
    start: int
    end: int
    day: str | None
    words: tuple[str, ...]
    near: tuple[str, ...]
    figures: tuple[str, ...]
    times: tuple[str, ...]
    is_negated: bool
    is_denied: bool
    voice: str | None
    text: str


#: Stands among the words of a statement that negates: "nobody was killed" is more than the word "killed".
NEGATED = "!"
#: Fewer own words than this, and the words around say what it is about.
_FEW_WORDS = 4


def statements(rows: Sequence[Part]) -> Iterable[Statement]:
    """The statements of one document."""
    found = bundle(rows)
    return [] if found is None else [_statement(found, row) for row in found.assertions]


def _statement(found: Bundle, row: Assertion) -> Statement:
    text = " … ".join(span.text for span in row.spans)
    attribution = found.attributions.get(row.attribution_id or "")
    speaker = found.bearers.get(attribution.source_entity_id or "") if attribution else None
    quantities = [found.quantities[key] for key in row.quantity_ids if key in found.quantities]
    times = [found.times[key] for key in row.time_ids if key in found.times]
    clock = {f"~{time.start[11:16]}" for time in times if time.precision == "minute" and time.start}
    own = _words(found, [(span.start, span.end) for span in row.spans], quantities)
    words = tuple(sorted({*own, *clock, *({NEGATED} if is_negated(text) else ())}))
    published = found.document.published
    return Statement(
        row.id,
        row.document_id,
        row.spans[0].start,
        row.spans[-1].end,
        published.start[:10] if published and published.start else None,
        words,
        _near(found, row, words, text),
        tuple(sorted(_figure(each) for each in quantities)),
        tuple(sorted({known for time in times if (known := _time(time))})),
        is_negated(text),
        row.polarity == "denied",
        speaker.entity_id if speaker else None,
        text,
    )


def _words(found: Bundle, spans: Sequence[tuple[int, int]], quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """Concepts of the words in the spans, with names as entities and figures as numbers."""
    text = found.document.text
    words: set[str] = set()
    for start, end in spans:
        rest = list(text[start:end])
        for mention in found.mentions:
            bearer = found.bearers.get(mention.entity_id or "")
            if bearer and start <= mention.span.start and mention.span.end <= end:
                words.add("@" + bearer.entity_id)
        for each in quantities:
            if start <= each.span.start and each.span.end <= end:
                words.add(f"#{_number(each.low)}-{_number(each.high)}")
                number = re.match(
                    r"[\w.,'’-]+(?:\s(?:and\s)?(?:hundred|thousand|million|billion|dozen))*", each.span.text
                )
                at = each.span.start - start
                for k in range(at, at + (number.end() if number else 0)):
                    rest[k] = " "
        words.update(content_words("".join(rest)))
    return tuple(sorted(words))


_PRONOUN = re.compile(r"(?i)\b(?:he|she|it|they|them|him|her|this|that|these|those|one|there)\b")


def _near(found: Bundle, row: Assertion, own: Sequence[str], text: str) -> tuple[str, ...]:
    """Words of the sentence around a statement; of the one before too where its own words point back."""
    start, end = row.spans[0].start, row.spans[-1].end
    at = [k for k, one in enumerate(found.sentences) if one.start < end and start < one.end]
    if not at:
        return ()
    first = max(0, at[0] - (1 if len(own) < _FEW_WORDS or _PRONOUN.search(text) else 0))
    around: Sequence[Sentence] = found.sentences[first : at[-1] + 1]
    words: set[str] = set()
    for sentence in around:
        quantities = [
            each
            for each in found.quantities.values()
            if sentence.start <= each.span.start and each.span.end <= sentence.end
        ]
        words |= set(_words(found, [(sentence.start, sentence.end)], quantities))
    return tuple(sorted(words - set(own)))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _figure(row: Quantity) -> str:
    counted = concept(row.counted.split()[-1]) if row.counted else ""
    return f"{row.role or ''}|{counted}|{row.unit or ''}|{_number(row.low)}|{_number(row.high)}"


def _time(row: Time) -> str | None:
    if row.start is None or row.end is None or row.precision == "vague":
        return None
    return f"{row.start}|{row.end}"
