"""The cue verbs of English news: which act each makes, and in which frames.

A frame says what follows the verb: ``q`` a quotation, or the verb is aside (", X said") · ``k`` a quotation ·
``c`` a clause with or without "that" · ``t`` only a clause with "that" or a question word · ``n`` a noun phrase ·
``i`` an infinitive · ``o`` an addressee, then a clause, "that" or an infinitive · or a preposition. Which verbs and
frames are worth a row was counted in marked news: one that is a cue less often than three times in ten was left out.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from woozle.stages.attribute.grammar import MODALS, OF_SAYING

#: frames, act, verbs.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("q c n", "assert", "say write state claim report announce declare mention"),
    (
        "q c",
        "assert",
        "add note explain respond reply argue insist recall continue observe remark conclude acknowledge admit "
        "concede joke "
        "quip assert contend maintain suggest emphasize emphasise stress reiterate lament complain caution boast "
        "volunteer recount conclude proclaim exclaim murmur whisper shout yell tweet post testify relate opine counter "
        "retort interject muse elaborate answer read allege attest predict estimate agree affirm swear confess "
        "surmise deduce react snap sigh scoff warn disclose reveal confirm email clarify specify stipulate posit "
        "intimate divulge confide recollect underline reason theorise theorize hypothesise hypothesize postulate "
        "reflect reminisce concur grumble fume thunder aver avow forecast decree mutter mumble bark growl stammer "
        "enthuse rejoin intone drawl chant plead",
    ),
    (
        "n",
        "assert",
        "state tweet post retweet revise reiterate emphasize emphasise stress acknowledge concede admit explain "
        "recount chant predict reveal disclose confirm affirm cite reference highlight detail outline express voice "
        "underscore repeat issue echo "
        "describe portray characterize characterise call label dub brand deem praise laud applaud hail commend tout "
        "criticize criticise blast slam denounce decry condemn mock ridicule blame accuse fault rebuke chide deride "
        "assail lambaste disparage question challenge defend discuss dismiss address bemoan lament thank compare "
        "tally flag downplay clarify correct "
        "liken credit congratulate champion attribute deplore trash berate excoriate",
    ),
    ("of", "assert", "accuse warn speak boast complain talk say convict suspect write tell"),
    ("about", "assert", "talk speak complain write brag joke boast testify say"),
    ("for", "assert", "apologize apologise vouch argue"),
    ("to", "assert", "refer point allude testify confess admit nod respond react "),
    ("against", "assert", "rail argue warn speak inveigh caution"),
    ("on", "assert", "elaborate comment expand insist "),
    ("out", "assert", "point"),
    ("out", "deny", "rule"),
    ("o", "direct", "tell remind"),
    ("o", "assert", "inform assure notify reassure"),
    ("q", "assert", "tell"),
    ("k", "assert", "go begin call describe"),
    ("c", "assert", "imply indicate signal hint find show prove demonstrate"),
    ("t", "assert", "record charge learn discover testify certify"),
    ("c", "assert", "rumour rumor"),
    ("n", "assert", "indicate put find show reveal place count document lower raise reduce correct give"),
    ("by", "assert", "stand"),
    ("at", "assert", "arrive"),
    ("q c n", "deny", "deny"),
    ("n", "deny", "refute rebut reject contradict dispute disavow disown contest retract withdraw recant"),
    ("i", "decline", "decline refuse"),
    ("q t n", "ask", "ask"),
    ("q t", "ask", "wonder inquire enquire query"),
    ("t", "ask", "question"),
    ("about", "ask", "ask wonder inquire"),
    ("n", "ask", "request"),
    (
        "o",
        "direct",
        "urge ask order instruct advise encourage beg implore command request direct warn tell invite press counsel "
        "exhort entreat enjoin petition oblige require",
    ),
    ("i", "direct", "demand"),
    ("i", "assert", "claim profess purport"),
    ("n", "direct", "demand urge order propose recommend advocate call reject propose ban bar forbid prohibit"),
    ("q c", "direct", "demand propose recommend order rule"),
    ("for", "direct", "call push advocate ask plead appeal press lobby argue campaign"),
    ("on", "direct", "call"),
    (
        "i",
        "intend",
        "vow promise pledge threaten plan offer agree decide intend propose aim seek volunteer swear plot undertake "
        "guarantee",
    ),
    ("q c", "intend", "vow promise pledge decide threaten guarantee"),
    ("n", "intend", "promise offer plan announce threaten guarantee pledge vow"),
    (
        "c",
        "believe",
        "think believe hope fear feel suspect guess assume expect worry wish imagine figure doubt know realize realise "
        "understand sense anticipate speculate recognize recognise remember presume reckon dread",
    ),
    ("t", "believe", "see hear consider care determine forget notice"),
    (
        "n",
        "believe",
        "support oppose endorse favor favour prefer consider admire fear regard view see doubt trust "
        "respect resent welcome believe embrace want regret dislike expect celebrate recognize remember "
        "appreciate notice hear watch suspect feel spot witness dread",
    ),
    ("i", "believe", "expect prefer like love hate consider hope want wish"),
    ("in", "believe", "believe"),
    ("of", "believe", "dream despair"),
    ("about", "believe", "dream"),
    ("on", "believe", "bet bank"),
    ("for", "believe", "mistake"),
    ("about", "believe", "worry think care fret"),
    ("for", "believe", "hope wish"),
    ("with", "believe", "agree disagree side sympathize concur"),
)

_IRREGULAR: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "say": ("said", "said"),
        "write": ("wrote", "written"),
        "tell": ("told", "told"),
        "find": ("found", "found"),
        "bet": ("bet", "bet"),
        "mistake": ("mistook", "mistaken"),
        "show": ("showed", "shown"),
        "speak": ("spoke", "spoken"),
        "think": ("thought", "thought"),
        "feel": ("felt", "felt"),
        "know": ("knew", "known"),
        "mean": ("meant", "meant"),
        "read": ("read", "read"),
        "swear": ("swore", "sworn"),
        "see": ("saw", "seen"),
        "hear": ("heard", "heard"),
        "stand": ("stood", "stood"),
        "withdraw": ("withdrew", "withdrawn"),
        "undertake": ("undertook", "undertaken"),
        "give": ("gave", "given"),
        "forbid": ("forbade", "forbidden"),
        "go": ("went", "gone"),
        "begin": ("began", "begun"),
        "seek": ("sought", "sought"),
        "understand": ("understood", "understood"),
        "forget": ("forgot", "forgotten"),
        "put": ("put", "put"),
        "overhear": ("overheard", "overheard"),
    }
)
_DOUBLING = frozenset(
    "admit refer plan nod rebut brag beg plot fret chat quip dub concur prefer regret tag ban bar forbid "
    "spot bet".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a cue verb.

    Attributes:
        lemma: its base.
        shapes: what the form can be: ``base``, ``s``, ``past``, ``part`` (past participle), ``ing``.
        frames: act by frame.
    """

    lemma: str
    shapes: frozenset[str]
    frames: Mapping[str, str]

    @property
    def is_finite(self) -> bool:
        """Whether the form can be a finite one that is not also the base."""
        return "past" in self.shapes or "s" in self.shapes


def _stem(lemma: str) -> tuple[str, str]:
    """Stem before -ed and before -ing."""
    if lemma in _DOUBLING:
        return lemma + lemma[-1], lemma + lemma[-1]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1], lemma[:-1]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "i", lemma
    return lemma, lemma


def _forms(lemma: str) -> list[tuple[str, str]]:
    before_ed, before_ing = _stem(lemma)
    past, part = _IRREGULAR.get(lemma, (before_ed + "ed", before_ed + "ed"))
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
    return [(lemma, "base"), (third, "s"), (past, "past"), (part, "part"), (before_ing + "ing", "ing")]


@cache
def verbs() -> Mapping[str, Verb]:
    """Every form of every cue verb, in lower case."""
    frames: dict[str, dict[str, str]] = {}
    for names, act, lemmas in _TABLE:
        for lemma in lemmas.split():
            for frame in names.split():
                frames.setdefault(lemma, {}).setdefault(frame, act)
    shapes: dict[str, set[str]] = {}
    bases: dict[str, str] = {}
    for lemma in frames:
        for form, shape in _forms(lemma):
            shapes.setdefault(form, set()).add(shape)
            bases.setdefault(form, lemma)
    return MappingProxyType(
        {
            form: Verb(bases[form], frozenset(found), MappingProxyType(frames[bases[form]]))
            for form, found in shapes.items()
        }
    )


#: Verbs that tell at a distance in the passive, and the act each makes.
HEARSAY: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys("say report rumour rumor allege understand claim estimate".split(), "assert"),
        **dict.fromkeys("believe think suspect fear presume expect assume".split(), "believe"),
    }
)
#: How somebody was found, behind "was reported": a participle or one of these.
STATES = frozenset("missing dead alive safe ill lost closed".split())
#: Verbs with an addressee, who is the subject in the passive.
TOLD = frozenset("tell ask order urge instruct advise warn inform assure remind".split())
#: Verbs whose bare use keeps the teller at a distance.
DISTANT = frozenset("claim allege".split())


def is_to_come(lows: Collection[str]) -> bool:
    """Whether the words of a cue tell of speech to come: "will say", not "can reveal" or "would only say"."""
    return not MODALS.isdisjoint(lows) and OF_SAYING.isdisjoint(lows) and "only" not in lows


def act_said(act: str, *, is_negated: bool, is_open: bool) -> str:
    """What becomes of telling where it is denied ("would not say") or to come ("will say"); other acts stay."""
    if act not in ("assert", "deny"):
        return act
    return "decline" if is_negated else "intend" if is_open else act


def shapes_of(low: str) -> frozenset[str]:
    """What a word can be as a form of a cue verb; nothing for any other word."""
    verb = verbs().get(low)
    return verb.shapes if verb else frozenset()
