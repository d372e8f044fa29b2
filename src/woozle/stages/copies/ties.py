"""What ties two documents together: shared passages, a credit, a retelling; and which was made from which."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from woozle.model.records import Passage
from woozle.model.values import Published, Reason
from woozle.stages.copies.direction import Direction, by_dates, direction_of
from woozle.stages.copies.pairs import Report, Shared, passage, shared_passages, swapped
from woozle.stages.copies.retelling import (
    Retold,
    Told,
    common_weight,
    context_of,
    in_order,
    retold_sentences,
    share_of,
    weight_of,
)
from woozle.stages.copies.rows import Tie, WordRange
from woozle.toolbox.copying.outlets import Credit, credits_of
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.copying.words import words_of

#: What the terms near a credit must have in common with the credited report, in terms that stand in no other report.
CREDIT_WEIGHT = 1.0
#: Words of a speaker that stand in both weigh as much as one such term.
QUOTED_WORDS = 10.0
#: A report that came out later may be credited (a page was updated), but an earlier one goes before it.
LATER = 0.4
#: Who credits an outlet for its report of an event does so within this time; an outlet reports much in a year.
DAYS = 60
#: A retelling without a credit: share of its names and figures that are the parent's, of those in the parent's order,
#: of its rare terms, and of its sentences that share two terms with one of the parent's.
NAMES, ORDER, TERMS, SENTENCES = 0.55, 0.85, 0.15, 0.4
LEAST_NAMES = 6
#: How alike a sentence must be to the one it is told after, for a passage.
RETOLD = 0.5
#: Shares of words: from when a child is a whole copy, a cut one.
WHOLE, CUT, KEPT = 0.8, 0.75, 0.85


@dataclass(frozen=True, slots=True)
class Story:
    """A report, and the same by its terms."""

    report: Report
    told: Told
    n_pile: int


@dataclass(frozen=True, slots=True)
class _Verdict:
    """How a child came from a parent; ``kind`` "" where nothing shows that it did."""

    kind: str
    score: float
    weight: float
    credit: str
    reasons: tuple[Reason, ...]
    retold: tuple[Retold, ...]


_NOTHING = _Verdict("", 0.0, 0.0, "", (), ())


def _n_words(report: Report) -> int:
    return max(1, len(report.marked.words))


def _copied(shared: Sequence[Shared]) -> list[Shared]:
    return [item for item in shared if item.kind in ("verbatim", "edited")]


def _from_copy(parent: Story, child: Story, shared: Sequence[Shared]) -> _Verdict:
    """Kind of a derivation by copied passages; `shared` with the parent on the left."""
    copied = _copied(shared)
    n_same = sum(item.n_same for item in copied)
    n_parent = sum(item.left[1] - item.left[0] for item in copied)
    n_child = sum(item.right[1] - item.right[0] for item in copied)
    of_parent, of_child = n_same / _n_words(parent.report), n_same / _n_words(child.report)
    kept = 2 * n_same / (n_parent + n_child)
    if of_parent >= WHOLE and of_child >= WHOLE and kept >= KEPT:
        kind = "verbatim"
    elif of_child >= CUT and kept >= KEPT:
        kind = "trimmed"
    else:
        kind = "edited"
    reasons = (
        Reason("of_child", f"{of_child:.0%} of the child's words stand in the parent in the same order", of_child),
        Reason("of_parent", f"{of_parent:.0%} of the parent's words stand in the child in the same order", of_parent),
    )
    return _Verdict(kind, round(min(1.0, of_child), 4), 0.0, "", reasons, ())


def _credits(child: Story, parent: Story) -> tuple[Credit, ...]:
    one, other = child.report, parent.report
    if not other.outlet or one.outlet == other.outlet:
        return ()
    return credits_of(one.marked.text, other.outlet, one.outlet)


def _are_near(one: Published | None, other: Published | None) -> bool:
    """Whether two reports came out within DAYS of each other, as far as is known."""
    days = [_day(each.start or each.end) for each in (one, other) if each and (each.start or each.end)]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= DAYS


def _day(instant: str | None) -> date:
    return date.fromisoformat((instant or "")[:10])


def _is_quoting(child: Story, shared: set[str], context: set[str]) -> bool:
    """Whether most of what a context shares stands in quotation marks in the child."""
    quoted = {t for t, q in zip(child.told.terms, child.report.marked.quotes, strict=True) if q and t in shared}
    weights = child.told.weights
    whole = sum(weights[term] for term in sorted(shared & context))
    return 2 * sum(weights[term] for term in sorted(quoted & context)) >= whole


def _from_credited_quotation(
    parent: Story, child: Story, named: Sequence[Credit], shared: Sequence[Shared]
) -> _Verdict:
    """A child that names the parent's outlet and has words of a speaker that stand in the parent."""
    n_same = sum(item.n_same for item in shared if item.kind == "quotation")
    if not named or not n_same or by_dates(child.report.published, parent.report.published) is True:
        return _NOTHING
    words = child.report.marked.text[named[0].start : named[0].end]
    reasons = (
        Reason("credit", f'the child names "{words}"', 1.0),
        Reason("same_quotation", f"{n_same} words of a speaker stand in both", float(n_same)),
    )
    score = round(n_same / _n_words(child.report), 4)
    weight = round(CREDIT_WEIGHT + n_same / QUOTED_WORDS, 4)
    return _Verdict("quotation", score, weight, parent.report.outlet or "", reasons, _told_again(child, parent))


def _from_credit(parent: Story, child: Story, named: Sequence[Credit], shared: Sequence[Shared]) -> _Verdict:
    """A child that names the parent's outlet and tells there what the parent tells, or quotes what it quotes."""
    quoting = _from_credited_quotation(parent, child, named, shared)
    telling = _from_credited_telling(parent, child, named)
    return telling if telling.weight >= quoting.weight else quoting


def _from_credited_telling(parent: Story, child: Story, named: Sequence[Credit]) -> _Verdict:
    """A child that names the parent's outlet and tells there what the parent tells."""
    if not named:
        return _NOTHING
    if not _are_near(parent.report.published, child.report.published):
        return _NOTHING
    own = set(terms_of(words_of(parent.report.outlet or "").folded))
    context = (context_of(child.told, child.report.marked, named) & child.told.weights.keys()) - own
    weight, n_shared = common_weight(context, parent.told)
    is_later = by_dates(child.report.published, parent.report.published) is True
    factor = LATER if is_later else 1.0
    weight = weight / (weight_of(0, child.n_pile) or 1.0) * factor
    shared = {term for term in context if term in parent.told.weights}
    if n_shared < 2 or weight < CREDIT_WEIGHT * factor:
        return _NOTHING
    kind = "quotation" if _is_quoting(child, shared, context) else "paraphrase"
    words = child.report.marked.text[named[0].start : named[0].end]
    reasons = (
        Reason("credit", f'the child names "{words}" and tells there what the parent tells', round(weight, 4)),
        Reason("terms", "in common near the credit: " + ", ".join(sorted(shared)[:12]), float(n_shared)),
    )
    outlet = parent.report.outlet or ""
    score = round(share_of(child.told, parent.told), 4)
    return _Verdict(kind, score, round(weight, 4), outlet, reasons, _told_again(child, parent))


def _told_again(child: Story, parent: Story) -> tuple[Retold, ...]:
    return tuple(item for item in retold_sentences(child.told, parent.told) if item.score >= RETOLD)


def _names(story: Story) -> dict[str, int]:
    """Names and figures of a report by term, with the word where each first stands."""
    marked, found = story.report.marked, dict[str, int]()
    small = {
        term
        for term, start in zip(story.told.terms, marked.words.starts, strict=True)
        if not marked.text[start].isupper() and not marked.text[start].isdigit()
    }
    for at, term in enumerate(story.told.terms):
        if term in story.told.weights and term not in small:
            found.setdefault(term, at)
    return found


def _from_retelling(parent: Story, child: Story) -> _Verdict:
    """A child without a credit that has hardly a name or figure of its own, and keeps the parent's order."""
    if parent.report.outlet == child.report.outlet:
        return _NOTHING
    names, weights = _names(child), child.told.weights
    first: dict[str, int] = {}
    for at, term in enumerate(parent.told.terms):
        first.setdefault(term, at)
    met = sorted((term for term in names if term in first), key=lambda term: (names[term], term))
    whole = sum(weights[term] for term in sorted(names))
    share = sum(weights[term] for term in sorted(met)) / whole if whole else 0.0
    if len(met) < LEAST_NAMES or share < NAMES or in_order([first[term] for term in met]) < ORDER:
        return _NOTHING
    terms = share_of(child.told, parent.told)
    sentences = retold_sentences(child.told, parent.told)
    if terms < TERMS or len(sentences) < SENTENCES * len(child.told.sentences):
        return _NOTHING
    reasons = (
        Reason("names", f"{share:.0%} of the child's rare names and figures are the parent's, in its order", share),
        Reason(
            "sentences", f"{len(sentences)} of {len(child.told.sentences)} sentences are told after the parent's", terms
        ),
    )
    return _Verdict("paraphrase", round(share, 4), 0.0, "", reasons, _told_again(child, parent))


@dataclass(frozen=True, slots=True)
class _Bond:
    """What two documents have to do with each other: shared passages, and where each names the other's outlet."""

    shared: tuple[Shared, ...]
    of_one: tuple[Credit, ...]
    of_other: tuple[Credit, ...]


def _verdict(one: Story, other: Story, bond: _Bond) -> tuple[bool, Direction, _Verdict]:
    """(whether `one` is the parent, direction, verdict)."""
    shared = bond.shared
    found = direction_of(one.report, other.report, shared)
    is_first = found.is_left_first is not False
    if _copied(shared):
        sides = (one, other, shared) if is_first else (other, one, tuple(swapped(item) for item in shared))
        return is_first, found, _from_copy(*sides)
    forward = _from_credit(one, other, bond.of_other, shared)
    backward = _from_credit(other, one, bond.of_one, shared)
    if forward.kind or backward.kind:
        is_first = (forward.weight, forward.kind) >= (backward.weight, backward.kind)
        is_dated = by_dates(*(each.report.published for each in ((one, other) if is_first else (other, one))))
        certainty = "known" if is_dated else "likely"
        return is_first, Direction(is_first, certainty, ()), forward if is_first else backward
    if by_dates(one.report.published, other.report.published) is not None:
        return is_first, found, _from_retelling(one, other) if is_first else _from_retelling(other, one)
    if one.report.published and other.report.published:
        # Two reports of one day that agree may both have been there.
        return is_first, found, _NOTHING
    return _undated(one, other, found)


def _undated(one: Story, other: Story, found: Direction) -> tuple[bool, Direction, _Verdict]:
    """A retelling either way: the report that has less of its own is the child."""
    forward, backward = _from_retelling(one, other), _from_retelling(other, one)
    if not forward.kind and not backward.kind:
        return True, found, _NOTHING
    is_first = (bool(forward.kind), forward.score) >= (bool(backward.kind), backward.score)
    reason = Reason("nothing_own", "the child has less of its own than the parent", 0.3)
    return is_first, Direction(is_first, "likely", (reason,)), forward if is_first else backward


def _retold_passages(parent: Story, child: Story, retold: Sequence[Retold], shared: Sequence[Shared]) -> list[Passage]:
    """Passages of sentences told again, where nothing else was found."""
    taken = [item.right for item in shared]
    rows = []
    for item in retold:
        if any(item.child[0] < end and start < item.child[1] for start, end in taken):
            continue
        words = f"{item.n_shared} rare terms are the same, {item.score:.0%} of the sentence's by weight"
        reason = Reason("same_terms", words, item.score)
        row = passage(Shared("paraphrase", item.parent, item.child, 0, (reason,)), parent.report, child.report)
        rows.append(Passage(row.id, row.left, row.right, row.kind, item.score, row.reasons))
    return rows


def tie(one: Story, other: Story) -> Tie | None:
    """What ties two documents together; None if nothing does. `one` has the smaller id."""
    shared = shared_passages(one.report, other.report)
    bond = _Bond(shared, _credits(one, other), _credits(other, one))
    is_first, direction, verdict = _verdict(one, other, bond)
    if not shared and not verdict.kind:
        return None
    parent, child = (one, other) if is_first else (other, one)
    if not is_first:
        shared = tuple(swapped(item) for item in shared)
    is_credited = bool(bond.of_other if is_first else bond.of_one) or bool(
        child.report.outlet and child.report.outlet == parent.report.outlet
    )
    ranges = tuple(WordRange(*item.right) for item in _copied(shared))
    return Tie(
        parent.report.document_id,
        parent.report.outlet,
        child.report.document_id,
        tuple(passage(item, parent.report, child.report) for item in shared),
        verdict.kind,
        direction.certainty,
        is_credited,
        verdict.credit,
        verdict.score,
        verdict.weight,
        ranges,
        (*verdict.reasons, *direction.reasons),
        tuple(_retold_passages(parent, child, verdict.retold, shared)),
    )
