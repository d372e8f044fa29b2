"""What is read out of single documents for comparing the pile: prints, terms, names that call outlets, credits."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache

import numpy as np

from woozle.model.ids import row_id
from woozle.model.records import Derivation, Document
from woozle.model.values import Reason
from woozle.stages.copies.pairs import Report
from woozle.stages.copies.recall import days_told
from woozle.stages.copies.retelling import told
from woozle.stages.copies.rows import Called, Member, Outside, Printed, Sided, Terms
from woozle.stages.copies.verdict import Story
from woozle.toolbox.copying.credits import TOLD, WIRE
from woozle.toolbox.copying.marked import Marked, marks
from woozle.toolbox.copying.outlets import aliases_of, is_initials
from woozle.toolbox.copying.outside import outside_credits
from woozle.toolbox.copying.prints import GRAM, once, prints_of
from woozle.toolbox.copying.split import Splitter
from woozle.toolbox.copying.terms import terms_of
from woozle.toolbox.copying.words import words_of

#: Documents of a group that are split at once.
AT_ONCE = 64
#: Texts that are kept ready: of some 200 words each takes 30 kB.
KEPT = 1024
#: Words of the longest name by which an outlet is looked up.
_LONGEST = 5
#: What a credit of an outlet that is not in the pile says about the text: (form, kind).
_KINDS = {TOLD: "quotation", WIRE: "edited"}


def prints(documents: Sequence[Document]) -> Iterable[Printed]:
    """The prints of documents."""
    found = once(prints_of([document.text for document in documents], Splitter()))
    found = found.at(np.lexsort((found.places, found.texts)))
    firsts = np.searchsorted(found.texts, np.arange(len(documents) + 1)).tolist()
    for document, first, behind in zip(documents, firsts, firsts[1:], strict=False):
        own = found.at(slice(first, behind))
        yield Printed(document.id, tuple(own.hashes.tolist()), tuple(own.places.tolist()), tuple(own.around.tolist()))


def terms(documents: Sequence[Document]) -> Iterable[Terms]:
    """The content words of documents, each once."""
    for document in documents:
        yield Terms(document.id, tuple(sorted(set(terms_of(tuple(set(words_of(document.text).folded)))) - {""})))


def folded_name(name: str) -> str:
    """A name as it is looked up: folded words with one space between."""
    return " ".join(words_of(name).folded)


def _names_in(text: str) -> set[str]:
    """Runs of up to _LONGEST words that could name an outlet: from a capital or "the" to a capital or figure."""
    words = words_of(text)
    heads = [text[start] for start in words.starts]
    found = set()
    for at, head in enumerate(heads):
        if not (head.isupper() or words.folded[at] == "the"):
            continue
        for end in range(at + 1, min(at + _LONGEST, len(heads)) + 1):
            if heads[end - 1].isupper() or heads[end - 1].isdigit():
                found.add(" ".join(words.folded[at:end]))
            initials = "".join(heads[at:end])
            if is_initials(initials):
                # "Tessavian News Agency" is the outlet that its own reports print as TNA.
                found.add(initials.lower())
    return found


def _keys(document: Document) -> Iterable[Called]:
    """Days on which the outlet's own reports, and words in print, are said to have come out; signs keep them apart."""
    own, printed = days_told(document.text, document.published)
    outlet = folded_name(document.outlet or "")
    for days, kind in ((own, f"=own {outlet}"), (printed, "=day")):
        for day in sorted({day + timedelta(days=more) for day in days for more in (0, 1)}):
            yield Called(document.id, f"{kind} {day.isoformat()}", False)
    came_out = ((document.published and document.published.start) or "")[:10]
    if came_out:
        yield Called(document.id, f"=own {outlet} {came_out}", True)
        yield Called(document.id, f"=day {came_out}", True)


def called(documents: Sequence[Document]) -> Iterable[Called]:
    """The names in documents, the names of their outlets and authors, and the days that they look back on."""
    for document in documents:
        for name in sorted(_names_in(document.text)):
            yield Called(document.id, name, False)
        authors = [author for author in document.authors if len(author.split()) > 1]
        for name in sorted({folded_name(alias) for alias in (*aliases_of(document.outlet or ""), *authors)}):
            yield Called(document.id, name, True)
        yield from _keys(document)


def outside(documents: Sequence[Document]) -> Iterable[Outside]:
    """Whom documents credit for what they say; an unknown outlet may be the paper that was told."""
    for document in documents:
        own = {folded_name(alias) for alias in aliases_of(document.outlet or "")}
        credits_ = outside_credits(document.text)
        names = {credit: folded_name(credit.outlet) for credit in credits_}
        seen = set(own)
        for credit, name in names.items():
            is_short = name.startswith("the ") and any(
                other.endswith(name[3:]) for other in names.values() if other != name
            )
            if name in seen or is_short or (credit.form == TOLD and not document.outlet):
                continue
            seen.add(name)
            words = document.text[max(0, credit.start - 30) : credit.end + 20]
            yield Outside(document.id, credit.outlet, name, words, credit.form, credit.start, credit.end)


def external(rows: Sequence[Outside]) -> Iterable[Derivation]:
    """Derivations from outlets that are not in the pile."""
    for row in rows:
        words = " ".join(row.words.split())
        reason = Reason("credit", f'the report credits {row.name}: "…{words}…"', 1.0)
        key = row_id("derivation", row.document_id, None, row.name)
        kind = _KINDS.get(row.form, "paraphrase")
        yield Derivation(key, row.document_id, None, row.name, kind, "known", True, 0.5, (reason,))


class Marking:
    """Makes texts ready for comparison, and keeps the last: a report stands in a dozen groups."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Marked] = OrderedDict()

    def __call__(self, texts: Sequence[str]) -> Iterable[Marked]:
        """The texts, one after another; some are made ready at a time."""
        splitter = Splitter()
        for first in range(0, len(texts), AT_ONCE):
            some = texts[first : first + AT_ONCE]
            # What is kept now may be gone when it is its turn: others are kept meanwhile.
            ready = {text: self._kept[text] for text in some if text in self._kept}
            new = list(dict.fromkeys(text for text in some if text not in ready))
            if new:
                ready |= zip(new, marks(new, splitter), strict=True)
            for text in some:
                yield self._keep(text, ready[text])

    def _keep(self, text: str, marked: Marked) -> Marked:
        self._kept[text] = marked
        self._kept.move_to_end(text)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return marked


@lru_cache(maxsize=1)
def shared_marking() -> Marking:
    """The one of this process."""
    return Marking()


def stories(members: Sequence[Member]) -> Iterable[Story]:
    """The members of a group made ready for comparison, one after another."""
    marking = shared_marking()
    for member, marked in zip(members, marking([member.text for member in members]), strict=True):
        counts = dict(zip(member.terms, member.counts, strict=True))
        report = _report(member, marked, member.authors)
        yield Story(report, told(marked, counts, member.n_pile), member.n_pile, member.n_outlet)


def reports(sides: Sequence[Sided]) -> Iterable[Report]:
    """The same as far as what two share hangs on it."""
    marking = shared_marking()
    for side, marked in zip(sides, marking([side.text for side in sides]), strict=True):
        yield _report(side, marked, ())


def _report(row: Member | Sided, marked: Marked, authors: tuple[str, ...]) -> Report:
    stock = frozenset(at + word for at in row.stock for word in range(GRAM))
    return Report(row.document_id, row.outlet, row.publisher_group, row.published, marked, stock, authors)
