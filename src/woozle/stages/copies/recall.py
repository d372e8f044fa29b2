"""A child that looks back, without naming an outlet: on its own outlet's report, on what was said days ago, on a talk.

Two reporters may stand before one speaker, so the same words on one day prove nothing. Words that come again days
later, or that the speaker said to one outlet alone, were read there.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from woozle.model.values import Published, Reason
from woozle.stages.copies.crediting import common_with, is_parted, terms_near, told_again
from woozle.stages.copies.pairs import Shared
from woozle.stages.copies.retelling import share_of, weight_of
from woozle.stages.copies.verdict import NOTHING, Story, Verdict
from woozle.toolbox.copying.credits import TOLD
from woozle.toolbox.copying.outlets import credits_of
from woozle.toolbox.when import find_times

#: How many reports may share so much by chance with the words that look back.
CHANCE = 0.5
#: From so many days on, the same words of a speaker are an old quotation; and what was said then is looked back on.
OLD_DAYS, PAST_DAYS = 3, 2
#: The fewest words of such a quotation, and of them in quotation marks.
LEAST_QUOTED, LEAST_MARKED = 6, 5
#: A talk is told of in the sentence of its words or beside it; that of an interview among the first characters.
BESIDE, HEAD = 1, 700

_PRINTED = (
    r"(?:reported|printed|wrote|written|published|quoted|misquoted|stated|ran|carried|misstated|misspelled|misspelt)"
)
_OWN = re.compile(
    rf"\b(?:we|this\s+(?:news)?(?:paper|agency|site|magazine)|our\s+(?:paper|report|story|article|item|page|live\s+blog|"
    rf"correspondent))\s+(?:(?:had|have|has|first|earlier|also|previously|already|wrongly|mistakenly|incorrectly|rightly|"
    rf"on\s+\w+|of\s+\w+|on\s+\d+\s+\w+|of\s+\d+\s+\w+)\s+){{0,3}}{_PRINTED}\b|"
    r"\b(?:correct(?:ion|s|ed|ing)|clarif(?:ication|ies)|follow-up)\s+(?:to|of)\b|"
    r"\b(?:an|our|the|this)\s+(?:earlier|previous|original)\s+(?:version|report|story|article|edition|item|bulletin|"
    r"dispatch)\b",
    re.I,
)
_SPOKEN = (
    r"(?:said|told|denied|claimed|insisted|promised|warned|announced|written|spoken|admitted|declared|called|wrote)"
)
_SAID = re.compile(
    rf"\bhad\s+(?:\w+\s+){{0,2}}{_SPOKEN}\b|\b{_SPOKEN}\b[^.\n]{{0,90}}\b(?:ago|earlier|in\s+the\s+(?:news)?papers?|"
    r"in\s+an\s+interview)\b",
    re.I,
)
_IN_PRINT = re.compile(r"\bin\s+(?:the\s+(?:news)?papers?|an\s+interview|print)\b|\bto\s+a\s+(?:news)?paper\b", re.I)
_INTERVIEW = re.compile(r"\b(?:spoke|speaks|talked|talks|interview\w*|received|met|sat\s+down|conversation)\b", re.I)
#: Words that were said to everybody.
_PUBLIC = re.compile(
    r"\b(?:told|tell|tells|telling|before|informed)\s+(?:the\s+|a\s+)?(?:reporters|journalists|parliament|lawmakers|the\s+court|"
    r"(?:news|press)\s+conference|(?:news\s+)?media|crowd|rally|council)|\b(?:news|press)\s+(?:conference|briefing)|"
    r"\b(?:said|wrote)\s+(?:in|on)\s+(?:a\s+)?(?:written\s+)?(?:statement|speech|post|tweet|television|telegram)",
    re.I,
)
_NUMBERS = "a one two three four five six seven eight nine ten eleven twelve".split()
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_BEFORE = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}})\s+(day|week)s?\s+(?:earlier|before|previously)\b", re.I)


def _day(published: Published | None) -> date | None:
    """The day on which a report came out, if it is known to the day."""
    if not published or not published.start or not published.end:
        return None
    start, end = (date.fromisoformat(instant[:10]) for instant in (published.start, published.end))
    return start if (end - start).days <= 1 else None


def _days_in(text: str, day: date) -> Iterable[date]:
    """Days before `day` that a text names."""
    for found in find_times(text, day):
        meaning = found.meaning
        if meaning.precision in ("day", "minute") and meaning.start and meaning.start.date() < day:
            yield meaning.start.date()
    for match in _BEFORE.finditer(text):
        word = match[1].lower()
        number = int(word) if word.isdigit() else max(1, _NUMBERS.index(word))
        yield day - timedelta(days=number * (7 if match[2].lower() == "week" else 1))


def days_told(text: str, published: Published | None) -> tuple[list[date], list[date]]:
    """Days on which the outlet's own report, and somebody's words in print, are said to have come out."""
    day = _day(published)
    own: set[date] = set()
    printed: set[date] = set()
    for sentence in _SENTENCES.split(text) if day and (_OWN.search(text) or _IN_PRINT.search(text)) else ():
        for pattern, found in ((_OWN, own), (_IN_PRINT, printed)):
            if day and pattern.search(sentence):
                found.update(_days_in(sentence, day))
    return sorted(own), sorted(printed)


def _sentence(story: Story, at: int) -> str:
    start, end = story.report.marked.span(story.told.sentences[at])
    return story.report.marked.text[start:end]


def _looking_back(child: Story, pattern: re.Pattern[str]) -> dict[int, str]:
    """The sentences of a child that match, by number."""
    texts = ((at, _sentence(child, at)) for at in range(len(child.told.sentences)))
    return {at: text for at, text in texts if pattern.search(text)}


def _is_unlikely(weight: float, n_reports: float, parent: Story) -> bool:
    """Whether it is unlikely that one of so many reports shares so much by chance."""
    return n_reports * math.exp(-weight * weight_of(0, parent.n_pile)) <= CHANCE


def by_own_report(parent: Story, child: Story) -> Verdict:
    """A child that corrects or continues a report of its own outlet."""
    day, came_out = _day(child.report.published), _day(parent.report.published)
    if not child.report.outlet or child.report.outlet != parent.report.outlet or not day or not came_out:
        return NOTHING
    best = NOTHING
    for at, text in _looking_back(child, _OWN).items():
        days = set(_days_in(text, day))
        if days and not days & {came_out, came_out - timedelta(days=1)}:
            continue
        weight, terms = common_with(terms_near(child, {at}), parent)
        if len(terms) < 2 or not _is_unlikely(weight, 1 if days else parent.n_outlet, parent):
            continue
        reasons = (
            Reason("own_report", f'it speaks of its outlet\'s own report: "{" ".join(text.split())[:160]}"', 1.0),
            Reason("terms", "in common there: " + ", ".join(terms[:12]), float(len(terms))),
        )
        score = round(share_of(child.told, parent.told), 4)
        found = Verdict("paraphrase", score, round(weight, 4), child.report.outlet, reasons, (), True)
        best = max(best, found, key=lambda verdict: verdict.weight)
    return best


def by_day(parent: Story, child: Story) -> Verdict:
    """A child that tells what somebody said on a day, and the parent came out with it on that day or the next."""
    day, came_out = _day(child.report.published), _day(parent.report.published)
    if not day or not came_out or (day - came_out).days < PAST_DAYS:
        return NOTHING
    best = NOTHING
    for at, text in _looking_back(child, _SAID).items():
        if not set(_days_in(text, day)) & {came_out, came_out - timedelta(days=1)}:
            continue
        inside = range(*child.told.sentences[at])
        own = {child.told.terms[word]: 1.0 for word in inside if child.told.terms[word] in child.told.known}
        weight, terms = common_with(own, parent)
        names = {child.told.terms[word] for word in inside if child.report.marked.names[word]}
        if len(terms) < 3 or names.isdisjoint(terms) or not _is_unlikely(weight, parent.n_pile, parent):
            continue
        reasons = (
            Reason(
                "said_that_day",
                f'it tells what was said when the parent came out: "{" ".join(text.split())[:160]}"',
                0.5,
            ),
            Reason("terms", "in common there: " + ", ".join(terms[:12]), float(len(terms))),
        )
        score = round(share_of(child.told, parent.told), 4)
        is_named = bool(_IN_PRINT.search(text))
        found = Verdict("paraphrase", score, round(weight, 4), "", reasons, told_again(child, parent), is_named)
        best = max(best, found, key=lambda verdict: verdict.weight)
    return best


def _names_beside(story: Story, words: tuple[int, int]) -> set[str]:
    """Names in the sentences of a quotation and beside it."""
    first, last = story.told.sentence_at(words[0]), story.told.sentence_at(words[1] - 1)
    marked, found = story.report.marked, set[str]()
    for start, end in story.told.sentences[max(0, first - 1) : last + 2]:
        found |= {marked.words.folded[at] for at in range(start, end) if marked.names[at]}
    return found


def _names_at_head(story: Story) -> set[str]:
    """Names at the head of a report: whom an interview is with is named there, not with each answer."""
    marked = story.report.marked
    words = marked.words
    return {
        word
        for word, start, is_name in zip(words.folded, words.starts, marked.names, strict=True)
        if is_name and start <= HEAD
    }


def _is_talk(story: Story, words: tuple[int, int]) -> bool:
    """Whether a report says that words were spoken to its own outlet: beside them, or as an interview at its head."""
    report, starts = story.report, story.report.marked.words.starts
    first, last = story.told.sentence_at(words[0]), story.told.sentence_at(words[1] - 1)
    beside = range(first - BESIDE, last + BESIDE + 1)
    if any(_PUBLIC.search(_sentence(story, at)) for at in beside if 0 <= at < len(story.told.sentences)):
        return False
    for credit in credits_of(report.marked.text, report.outlet or "", None):
        sentence = story.told.sentence_at(bisect_right(starts, credit.start) - 1)
        is_interview = credit.start <= HEAD and bool(_INTERVIEW.search(_sentence(story, sentence)))
        is_beside = sentence in beside and not is_parted(story, min(sentence, first), max(sentence, last))
        if credit.form == TOLD and (is_beside or is_interview):
            return True
    return False


def _is_marked(story: Story, words: tuple[int, int]) -> bool:
    """Whether enough of some words stand in quotation marks."""
    return sum(map(bool, story.report.marked.quotes[slice(*words)])) >= LEAST_MARKED


def by_quotation(parent: Story, child: Story, shared: Sequence[Shared]) -> Verdict:
    """A child with a speaker's words that the parent had days before, or that were spoken to its outlet alone."""
    day, came_out = _day(child.report.published), _day(parent.report.published)
    quoted = [item for item in shared if item.kind == "quotation" and _is_marked(child, item.right)]
    head = _names_at_head(parent)
    quoted = [item for item in quoted if _names_beside(child, item.right) & (_names_beside(parent, item.left) | head)]
    if parent.report.outlet == child.report.outlet or not day or not came_out:
        return NOTHING
    if sum(item.n_same for item in quoted) < LEAST_QUOTED:
        return NOTHING
    n_days = (day - came_out).days
    if any(_is_talk(child, item.right) for item in quoted):
        return NOTHING
    n_same = sum(item.n_same for item in quoted)
    if any(_is_talk(parent, item.left) for item in quoted):
        reason = Reason(
            "said_to_parent", "the words were said to the parent's outlet, and nothing says to whom else", 0.5
        )
    elif n_days >= OLD_DAYS:
        reason = Reason("old_words", f"the parent had the words {n_days} days before", 0.4)
    else:
        return NOTHING
    words = Reason("same_quotation", f"{n_same} words of a speaker stand in both", float(n_same))
    score = round(n_same / max(1, len(child.report.marked)), 4)
    return Verdict("quotation", score, float(n_same), "", (words, reason), ())


def by_recall(parent: Story, child: Story, shared: Sequence[Shared]) -> Verdict:
    """The first of these rules that holds; both reports are dated, and the parent came out before the child."""
    for found in (by_own_report(parent, child), by_day(parent, child), by_quotation(parent, child, shared)):
        if found.kind:
            return found
    return NOTHING
