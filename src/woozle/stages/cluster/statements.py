"""What one assertion says, as words, names, figures and times that can be compared across reports."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from woozle.model.ids import row_id
from woozle.model.records import Assertion, Attribution, Mention, Quantity, Time
from woozle.stages.cluster.figures import PART, TOLLS
from woozle.stages.cluster.strengths import STRENGTH, strengths
from woozle.toolbox.link.bundle import Bearer, Bundle, Part, bundle
from woozle.toolbox.link.verbs import is_verb
from woozle.toolbox.link.words import concept, content_words, is_negated, words_in


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion (``id``) made comparable.

    Attributes:
        id: the assertion's id.
        document_id: its report.
        report: a hash of the report's text: equal for reports that are the same word for word.
        start: of its first span, code points of the report.
        end: of its last span.
        day: the first day the report may be of, or None.
        words: content of its own words: concepts, ``@`` entity ids, ``#`` figures, ``~`` clock times, ``$`` entity ids
            of bodies whose strength it tells; sorted.
        near: the same for the words around it, where its own are few.
        figures: ``role|counted|unit|low|high|sort|moment``, sorted; an open end is empty; see `figures`.
        times: ``start|end`` of what is dated, sorted.
        is_negated: a word of it negates.
        is_denied: the report says that somebody denies it.
        is_retraction: it takes something back.
        verbs: concepts of the words that could be its verbs, by their form.
        voice: entity id of who says so; ``?`` and the words for it where no entity is known; None: the report itself.
        text: its words.
    """

    id: str
    document_id: str
    report: str
    start: int
    end: int
    day: str | None
    words: tuple[str, ...]
    near: tuple[str, ...]
    figures: tuple[str, ...]
    times: tuple[str, ...]
    is_negated: bool
    is_denied: bool
    is_retraction: bool
    verbs: tuple[str, ...]
    voice: str | None
    text: str


#: Stands among the words of a statement that negates: "nobody was killed" is more than the word "killed".
NEGATED = "!"
#: Fewer own words than this, and the words around say what it is about.
_FEW_WORDS = 4


def statements(rows: Sequence[Part]) -> Iterable[Statement]:
    """The statements of one document."""
    found = bundle(rows)
    if found is None:
        return []
    report = row_id("report", found.document.text)
    # Many statements stand in one sentence.
    words_of = cache(partial(_words_of_sentence, found))
    return [_statement(found, row, report, words_of) for row in found.assertions]


def _statement(found: Bundle, row: Assertion, report: str, words_of: Callable[[int], frozenset[str]]) -> Statement:
    text = " … ".join(span.text for span in row.spans)
    attribution = found.attributions.get(row.attribution_id or "")
    speaker = found.bearers.get(attribution.source_entity_id or "") if attribution else None
    quantities = [found.quantities[key] for key in row.quantity_ids if key in found.quantities]
    times = [found.times[key] for key in row.time_ids if key in found.times]
    clock = {f"~{time.start[11:16]}" for time in times if time.precision == "minute" and time.start}
    own = _words(found, [(span.start, span.end) for span in row.spans], quantities)
    sizes = dict(strengths(found, row))
    told = {STRENGTH + body for body in sizes.values()}
    says_no = is_negated(text)
    words = tuple(sorted({*own, *clock, *told, *({NEGATED} if says_no else ())}))
    published = found.document.published
    return Statement(
        row.id,
        row.document_id,
        report,
        row.spans[0].start,
        row.spans[-1].end,
        published.start[:10] if published and published.start else None,
        words,
        _near(found, row, words, text, words_of),
        tuple(sorted(_figure(found, each, is_strength=each.id in sizes) for each in quantities)),
        tuple(sorted({known for time in times if (known := _time(time))})),
        says_no,
        row.polarity == "denied",
        _RETRACTION.search(text.lower()) is not None,
        tuple(sorted({concept(word) for word in words_in(text) if is_verb(word)} & set(content_words(text)))),
        _voice(attribution, speaker),
        text,
    )


#: Taking back what was said, not moving troops: "withdrew the claim", "takes it back", "was wrong", "24, not 26".
#: In small letters.
_RETRACTION = re.compile(
    r"\b(?:withdr[ae]w\w*\s(?:the|his|her|its|their|that|this|my|our|a)\s(?:\w+\s){0,2}"
    r"(?:claims?|statements?|reports?|figures?|remarks?|allegations?|accusations?|charges?|story|words|numbers?)\b"
    r"|i\swithdraw\b|retract(?:s|ed|ion)?\b|t(?:akes?|ook|aken)\s(?:(?:it|that|them|this|all)\s)?back\b"
    r"|(?:was|were|is)\s(?:wrong|mistaken|an?\serror|a\smistake)\b|we\sshould\snot\shave\b"
    r"|\d+,\snot\s\d|strike\sthe\b|corrects?\s(?:its|his|her|an?|the)\b)"
)


def _voice(attribution: Attribution | None, speaker: Bearer | None) -> str | None:
    if attribution is None:
        return None
    source = attribution.source.text if attribution.source else ""
    return speaker.entity_id if speaker else "?" + " ".join(source.casefold().split())


def _words(found: Bundle, spans: Sequence[tuple[int, int]], quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """Concepts of the words in the spans, with names as entities and figures as numbers."""
    text = found.document.text
    words: set[str] = set()
    for start, end in spans:
        rest = list(text[start:end])
        first = bisect_left(found.mentions, start, key=_begins)
        for mention in found.mentions[first : bisect_left(found.mentions, end, key=_begins)]:
            bearer = found.bearers.get(mention.entity_id or "")
            if bearer and mention.span.end <= end:
                words.add("@" + bearer.entity_id)
                # A name counts once, however many words it has; "coastguard", which is no name, goes on as a word too.
                if bearer.name != bearer.name.lower():
                    rest[mention.span.start - start : mention.span.end - start] = " " * len(mention.span.text)
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


def _begins(row: Mention) -> int:
    return row.span.start


_PRONOUN = re.compile(r"\b(?:he|she|it|they|them|him|her|this|that|these|those|one|there)\b")


def _near(
    found: Bundle, row: Assertion, own: Sequence[str], text: str, words_of: Callable[[int], frozenset[str]]
) -> tuple[str, ...]:
    """Words of the sentence around a statement; of the one before too where its own words point back."""
    start, end = row.spans[0].start, row.spans[-1].end
    at = [k for k, one in enumerate(found.sentences) if one.start < end and start < one.end]
    if not at:
        return ()
    first = max(0, at[0] - (1 if len(own) < _FEW_WORDS or _PRONOUN.search(text.lower()) else 0))
    words = set[str]().union(*map(words_of, range(first, at[-1] + 1)))
    return tuple(sorted(words.difference(own)))


def _words_of_sentence(found: Bundle, at: int) -> frozenset[str]:
    """The words of a sentence of a report, by its place among the sentences."""
    sentence = found.sentences[at]
    quantities = [
        each
        for each in found.quantities.values()
        if sentence.start <= each.span.start and each.span.end <= sentence.end
    ]
    return frozenset(_words(found, [(sentence.start, sentence.end)], quantities))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _figure(found: Bundle, row: Quantity, *, is_strength: bool) -> str:
    counted = concept(row.counted.split()[-1]) if row.counted else ""
    if _PART.match(found.document.text, row.span.end):
        counted = PART + counted
    role = row.role or ("strength" if is_strength else "")
    return "|".join(
        (role, counted, row.unit or "", _number(row.low), _number(row.high), row.kind or "", _moment(found, row))
    )


#: Behind a figure that counts only a part: "three of the dead".
_PART = re.compile(r"\s(?:more\s)?of\s(?:the|his|her|its|their|our|my|them|these|those|whom|which|us)\b")


def _moment(found: Bundle, row: Quantity) -> str:
    """As of when it is told whom something befell: as the report says, else its day; empty for all other figures."""
    if row.role not in TOLLS:
        return ""
    told = found.times.get(row.as_of_id or "")
    if told is not None and told.start:
        return told.start[:16] if told.precision == "minute" else told.start[:10]
    published = found.document.published
    return published.start[:10] if published and published.start else ""


def _time(row: Time) -> str | None:
    if row.start is None or row.end is None or row.precision == "vague":
        return None
    return f"{row.start}|{row.end}"
