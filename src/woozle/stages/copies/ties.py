"""What ties two documents together: shared passages, a credit, a retelling; and which was made from which."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from woozle.model.records import Passage
from woozle.model.values import Reason
from woozle.stages.copies.crediting import by_credit, credits_to, told_again
from woozle.stages.copies.direction import Direction, by_dates, direction_of
from woozle.stages.copies.pairs import Report, Shared, passage, shared_passages, swapped
from woozle.stages.copies.recall import by_recall
from woozle.stages.copies.retelling import Retold, in_order, retold_sentences, share_of
from woozle.stages.copies.rewording import Rewording
from woozle.stages.copies.rows import Tie, WordRange
from woozle.stages.copies.verdict import NOTHING, Story, Verdict
from woozle.toolbox.copying.credits import WIRE
from woozle.toolbox.copying.outlets import Credit

#: A retelling without a credit: share of its names and figures that are the parent's, of those in the parent's order,
#: of its rare terms, and of its sentences that share two terms with one of the parent's.
NAMES, ORDER, TERMS, SENTENCES = 0.55, 0.85, 0.15, 0.4
LEAST_NAMES = 6
#: Shares of words: from when a child is a whole copy, a cut one.
WHOLE, CUT, KEPT = 0.8, 0.75, 0.85


def _n_words(report: Report) -> int:
    return max(1, len(report.marked))


def _copied(shared: Sequence[Shared]) -> list[Shared]:
    return [item for item in shared if item.kind in ("verbatim", "edited")]


def _reworded(shared: Sequence[Shared]) -> list[Shared]:
    return [item for item in shared if item.kind == "paraphrase"]


def _from_copy(parent: Story, child: Story, shared: Sequence[Shared]) -> Verdict:
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
    return Verdict(kind, round(min(1.0, of_child), 4), 0.0, "", reasons, ())


def _from_rewording(parent: Story, child: Story, shared: Sequence[Shared]) -> Verdict:
    """A child that tells stretches of the parent word by word in other words; `shared` with the parent on the left."""
    reworded = _reworded(shared)
    of_child = sum(item.right[1] - item.right[0] for item in reworded) / _n_words(child.report)
    words = f"{of_child:.0%} of the child tells the parent again in other words, in the same order"
    reasons = (Reason("of_child", words, of_child), *max(reworded, key=lambda item: item.n_same).reasons)
    return Verdict("paraphrase", round(min(1.0, of_child), 4), 0.0, "", reasons, told_again(child, parent))


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


def _from_retelling(parent: Story, child: Story) -> Verdict:
    """A child without a credit that has hardly a name or figure of its own, and keeps the parent's order."""
    terms = share_of(child.told, parent.told)
    if terms < TERMS or parent.report.outlet == child.report.outlet:
        return NOTHING
    names, weights = _names(child), child.told.weights
    first: dict[str, int] = {}
    for at, term in enumerate(parent.told.terms):
        first.setdefault(term, at)
    met = sorted((term for term in names if term in first), key=lambda term: (names[term], term))
    whole = sum(weights[term] for term in sorted(names))
    share = sum(weights[term] for term in sorted(met)) / whole if whole else 0.0
    if len(met) < LEAST_NAMES or share < NAMES or in_order([first[term] for term in met]) < ORDER:
        return NOTHING
    sentences = retold_sentences(child.told, parent.told)
    if len(sentences) < SENTENCES * len(child.told.sentences):
        return NOTHING
    reasons = (
        Reason("names", f"{share:.0%} of the child's rare names and figures are the parent's, in its order", share),
        Reason(
            "sentences", f"{len(sentences)} of {len(child.told.sentences)} sentences are told after the parent's", terms
        ),
    )
    return Verdict("paraphrase", round(share, 4), 0.0, "", reasons, told_again(child, parent))


@dataclass(frozen=True, slots=True)
class _Bond:
    """What two documents have to do with each other: shared passages, and where each names the other's outlet."""

    shared: tuple[Shared, ...]
    of_one: tuple[Credit, ...]
    of_other: tuple[Credit, ...]


def _verdict(one: Story, other: Story, bond: _Bond) -> tuple[bool, Direction, Verdict]:
    """(whether `one` is the parent, direction, verdict)."""
    shared = bond.shared
    found = direction_of(one.report, other.report, shared)
    is_first = found.is_left_first is not False
    turned = tuple(map(swapped, shared))
    if _copied(shared) or _reworded(shared):
        sides = (one, other, shared) if is_first else (other, one, turned)
        return is_first, found, (_from_copy if _copied(shared) else _from_rewording)(*sides)
    forward = by_credit(one, other, bond.of_other, shared)
    backward = by_credit(other, one, bond.of_one, turned)
    if forward.kind or backward.kind:
        is_first = (forward.weight, forward.kind) >= (backward.weight, backward.kind)
        is_dated = by_dates(*(each.report.published for each in ((one, other) if is_first else (other, one))))
        certainty = "known" if is_dated else "likely"
        return is_first, Direction(is_first, certainty, ()), forward if is_first else backward
    if by_dates(one.report.published, other.report.published) is not None:
        recalled = by_recall(one, other, shared) if is_first else by_recall(other, one, turned)
        if recalled.kind:
            return is_first, found, recalled
        return is_first, found, _from_retelling(one, other) if is_first else _from_retelling(other, one)
    if one.report.published and other.report.published:
        # Two reports of one day that agree may both have been there.
        return is_first, found, NOTHING
    return _undated(one, other, found)


def _undated(one: Story, other: Story, found: Direction) -> tuple[bool, Direction, Verdict]:
    """A retelling either way: the report that has less of its own is the child."""
    forward, backward = _from_retelling(one, other), _from_retelling(other, one)
    if not forward.kind and not backward.kind:
        return True, found, NOTHING
    is_first = (bool(forward.kind), forward.score) >= (bool(backward.kind), backward.score)
    reason = Reason("nothing_own", "the child has less of its own than the parent", 0.3)
    return is_first, Direction(is_first, "likely", (reason,)), forward if is_first else backward


def _retold_passages(parent: Story, child: Story, retold: Sequence[Retold], shared: Sequence[Shared]) -> list[Passage]:
    """Passages of sentences told again, where no words are the same; each says more than a stretch of many."""
    taken = [item.right for item in shared if item.kind != "paraphrase"]
    found, rows = {(item.left, item.right) for item in shared}, []
    for item in retold:
        is_taken = any(item.child[0] < end and start < item.child[1] for start, end in taken)
        if is_taken or (item.parent, item.child) in found:
            continue
        words = f"{item.n_shared} rare terms are the same, {item.score:.0%} of the sentence's by weight"
        reason = Reason("same_terms", words, item.score)
        row = passage(Shared("paraphrase", item.parent, item.child, 0, (reason,)), parent.report, child.report)
        rows.append(Passage(row.id, row.left, row.right, row.kind, item.score, row.reasons))
    return rows


def _word_range(report: Report, credit: Credit) -> WordRange:
    words = report.marked.words
    return WordRange(bisect_left(words.ends, credit.start + 1), bisect_left(words.starts, credit.end))


def _is_credited(parent: Report, child: Report, named: Sequence[Credit], copied: Sequence[Shared]) -> bool:
    """Whether a reader learns whose it is: "told the agency" inside of what was copied from the agency is no credit."""
    if child.outlet and child.outlet == parent.outlet:
        return True
    for credit in named:
        at = _word_range(child, credit)
        if credit.form == WIRE or not any(item.right[0] <= at.start and at.end <= item.right[1] for item in copied):
            return True
    return False


def shared_by(one: Report, other: Report, rewording: Rewording | None) -> tuple[Shared, ...]:
    """What two documents share. Without `rewording` nothing is looked for that one tells again in other words."""
    shared = shared_passages(one, other)
    return shared + rewording.passages(one, other, shared) if rewording else shared


def tie(one: Story, other: Story, shared: tuple[Shared, ...]) -> Tie | None:
    """What ties two documents together; None if nothing does. `one` has the smaller id and is the left side."""
    bond = _Bond(shared, credits_to(one, other), credits_to(other, one))
    is_first, direction, verdict = _verdict(one, other, bond)
    if not shared and not verdict.kind:
        return None
    parent, child = (one, other) if is_first else (other, one)
    if not is_first:
        shared = tuple(swapped(item) for item in shared)
    named = bond.of_other if is_first else bond.of_one
    copied = _copied(shared)
    ranges = [*copied, *_reworded(shared)] or [item for item in shared if item.kind == "quotation"]
    return Tie(
        parent.report.document_id,
        parent.report.outlet,
        (parent.report.published and parent.report.published.start) or "9999",
        child.report.document_id,
        tuple(passage(item, parent.report, child.report) for item in shared),
        verdict.kind,
        direction.certainty,
        verdict.is_named or _is_credited(parent.report, child.report, named, copied),
        verdict.credit,
        verdict.score,
        verdict.weight,
        tuple(WordRange(*item.right) for item in ranges),
        tuple(_word_range(child.report, credit) for credit in named),
        (*verdict.reasons, *direction.reasons),
        tuple(_retold_passages(parent, child, verdict.retold, shared)),
    )
