"""Where words were said before a report had them: outlets that were told, in whatever form, and what passed a film on.

Which of those who were told are outlets is settled with the names, in `carrying`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from woozle.stages.attribute.contents import addressee_end
from woozle.stages.attribute.draft import CarrierDraft, Draft
from woozle.stages.attribute.kinds import DOCUMENTS, POSTS, head_of, is_outlet, kind_of, phrase_end
from woozle.stages.attribute.postings import postings
from woozle.stages.attribute.subjects import left_subject
from woozle.stages.attribute.surroundings import surroundings
from woozle.stages.attribute.verbs import verbs
from woozle.stages.attribute.view import Range, View, overlap
from woozle.toolbox.nlp.lexicon.heads import OUTLET_NOUNS

#: What stands between somebody's words and the outlet that had them first.
_LINKS = frozenset("to with by on in for from via through at during".split())
#: Verbs with an addressee.
_TELLING = frozenset("tell inform assure notify reassure remind brief".split())
#: What is held with an outlet, or made for it, and words between that and its preposition, at most.
_HOSTED = frozenset(
    "interview interviews comments remarks speaking spoke talking talked interviewed op-ed column podcast".split()
)
_NEAR = 2
#: What is held in a room, whatever the room is called.
_GATHERED = frozenset("meeting gathering reception assembly hearing rally ceremony crowd".split())
#: Parts of an outlet.
_PARTS = frozenset(
    "website site page pages edition issue programme program show columns channel studio reporter".split()
)
#: What an outlet or another does to words and films that are not its own.
_CARRYING = frozenset(
    "carried aired ran published broadcast showed posted shared printed released obtained relayed screened uploaded "
    "circulated played runs airs carries publishes shows posts shares plays reposted leaked".split()
)
#: How a paper or a film came to light: by whom, through what, to whom.
_PASSED = frozenset(
    "carried aired broadcast relayed shown posted shared uploaded circulated circulating leaked seen obtained reviewed "
    "distributed reposted tweeted forwarded passed handed sent given provided supplied viewed read heard cited quoted "
    "screened livestreamed streamed".split()
)
#: Those of them that make a carrier of an outlet alone: whoever else read a paper tells nobody.
_READ = frozenset("seen obtained reviewed viewed read heard cited quoted sent shown".split())
#: What an outlet does to a paper or a film that it has first.
_HAVING = _CARRYING | frozenset("put obtained received got acquired reviewed saw seen unearthed revealed has".split())
#: How a thing is spoken of again, in how many words, how many sentences on, and how far its verb may be from it.
_AGAIN = frozenset("the this that these those".split())
_BARE, _BACK, _SHOWING = 3, 3, 6
_BY = frozenset("by to on in via with".split())


def with_listeners(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with whoever or whatever carried their words, outermost first; what is cited carries another row."""
    cited = [span for draft in drafts if draft.verb == "cite" for span in _pieces(draft)]
    return [draft if draft.verb == "cite" else _with(view, draft, cited) for draft in drafts]


def _pieces(draft: Draft) -> list[Range]:
    return [span for span in (draft.cue, draft.source, *(each.span for each in draft.carriers)) if span]


def _with(view: View, draft: Draft, cited: Sequence[Range]) -> Draft:
    if draft.cue is None or draft.source is None or draft.act == "decline" or view.quoted[draft.cue[0]] >= 0:
        return draft
    shown = _in_which(view, draft) or _posted_by(view, draft)
    if shown:
        return replace(draft, source=shown[0], carriers=(*shown[1], *draft.carriers))
    is_thing = kind_of(view, draft.source) in ("post", "document")
    passed = (*_shown_before(view, draft), *_passed(view, draft)) if is_thing else ()
    found = passed or (() if is_thing else (*_told(view, draft), *postings(view, draft)))
    known = [carrier.span for carrier in draft.carriers]
    spans = [each.span for each in found]
    rest = tuple(part for part in draft.content if part not in spans)
    draft = replace(draft, content=rest) if rest else draft  # an outlet's name behind a comma is nothing that was said
    fresh = [each for each in dict.fromkeys(found) if not overlap([each.span], [*known, *draft.content, *cited])]
    return replace(draft, carriers=(*draft.carriers, *fresh)) if fresh else draft


def _told(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """Whoever was told: "in an interview with the Post", "speaking to the weekly Zenit", "To the Post she said"."""
    for start, end in surroundings(view, draft):
        for at in range(start, end - 1):
            is_part = view.lows[at] == "of" and view.lows[at - 1] in _PARTS
            is_room = view.lows[at] in ("in", "at") and view.lows[at - 1] in _GATHERED
            if (view.lows[at] in _LINKS or is_part) and view.quoted[at] < 0 and not is_room:
                behind = phrase_end(view, at + 1, end)
                is_host = not _HOSTED.isdisjoint(view.lows[max(start, at - _NEAR) : at])
                if behind > at + 1:
                    yield CarrierDraft((at + 1, behind), "host" if is_host else "listener")
    yield from _addressee(view, draft)


def _addressee(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """Whoever stands behind a verb of telling."""
    if draft.cue is None:
        return
    verb = verbs().get(view.lows[draft.cue[1] - 1])
    flow = view.flows[draft.flow]
    if verb and verb.lemma in _TELLING and draft.cue[1] < flow.last and (draft.source or (0, 0))[0] != draft.cue[1]:
        end = addressee_end(view, draft.cue[1], flow.last)
        if draft.cue[1] < end <= flow.last:
            yield CarrierDraft(_named_behind(view, (draft.cue[1], end), flow.last), "addressee")


def _named_behind(view: View, told: Range, last: int) -> Range:
    """The name of an outlet behind a comma, where it was told of by what it is: "the local station, Radio Kort"."""
    at = told[1] + 1
    is_called = any(view.is_capital(word) for word in range(*told))
    if at >= last or is_called or view.lows[told[1]] != "," or not view.is_capital(at):
        return told
    name = at, next((end for end in range(at, last) if not view.is_capital(end)), last)
    is_press = view.lows[told[1] - 1] in OUTLET_NOUNS and is_outlet(view, name)
    return name if is_press or is_outlet(view, told) else told


def _passed(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """Who passed a paper or a film on: "A report leaked to the Courier", "images posted by the bakery"."""
    if draft.source is None or draft.cue is None:
        return
    last = max(draft.source[1], draft.cue[0])
    for at in range(draft.source[0] + 1, last - 2):
        if view.lows[at] not in _PASSED or view.lows[at + 1] not in _BY or view.quoted[at] >= 0:
            continue
        span = (at + 2, phrase_end(view, at + 2, last))
        if span[0] >= span[1]:
            continue
        is_named = view.lows[at + 1] == "by" and view.lows[at] not in _READ
        if kind_of(view, span) == "post":
            yield CarrierDraft(span, "post")
        else:
            yield CarrierDraft(span, "named" if is_named else "addressee")


def _shown_before(view: View, draft: Draft) -> Iterator[CarrierDraft]:
    """The outlet that had a paper first: "The Courier obtained a letter. … The letter says the lock was shut"."""
    if draft.source is None or view.lows[draft.source[0]] not in _AGAIN or draft.source[1] - draft.source[0] > _BARE:
        return
    head = view.lows[head_of(view, draft.source)]
    for number in range(draft.flow - 1, max(-1, draft.flow - 1 - _BACK), -1):
        flow = view.flows[number]
        for at in range(flow.first + 2, flow.last):
            if view.lows[at] != head or view.quoted[at] >= 0:
                continue
            verb = next((n for n in range(at - 1, max(flow.first, at - _SHOWING), -1) if view.lows[n] in _HAVING), -1)
            owner = left_subject(view, verb - 1, flow.first) if verb > flow.first else None
            if owner:
                yield CarrierDraft(owner, "addressee")
                return


def _in_which(view: View, draft: Draft) -> tuple[Range, tuple[CarrierDraft, ...]] | None:
    """Who speaks in another's film, and who showed it: "The channel carried a clip in which a hooded man declares"."""
    flow = view.flows[draft.flow]
    source = draft.source or (0, 0)
    which = next((at for at in range(source[0] - 1, source[1]) if view.lows[at] in ("which", "where")), -1)
    link = which - (view.lows[which] == "which") if which > flow.first else -1
    if link <= flow.first + 1 or which + 1 >= source[1] or view.lows[link] not in ("in", "on", "of", "where"):
        return None
    verb = next((n for n in range(link - 1, flow.first, -1) if view.lows[n] in _CARRYING), -1)
    thing = (verb + 1, link)
    if verb < 0 or not _is_shown(view, thing):
        return None
    owner = left_subject(view, verb - 1, flow.first)
    kind = kind_of(view, thing) or "document"
    owners = (CarrierDraft(owner, "named"),) if owner else ()
    return (which + 1, source[1]), (*owners, CarrierDraft(thing, kind))


def _posted_by(view: View, draft: Draft) -> tuple[Range, tuple[CarrierDraft, ...]] | None:
    """Who wrote the post that a sentence goes by: "according to a post on X by the ministry"."""
    if draft.verb != "according to" or draft.source is None or kind_of(view, draft.source) != "post":
        return None
    by = next((at for at in range(draft.source[0] + 1, draft.source[1] - 1) if view.lows[at] == "by"), -1)
    return ((by + 1, draft.source[1]), (CarrierDraft((draft.source[0], by), "post"),)) if by > 0 else None


def _is_shown(view: View, thing: Range) -> bool:
    low = view.lows[head_of(view, thing)] if thing[0] < thing[1] else ""
    return low.removesuffix("s") in DOCUMENTS or low in POSTS
