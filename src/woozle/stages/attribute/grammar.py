"""Small closed classes of English words that tell where phrases and clauses begin and end."""

HAVE = frozenset("has have had hasn't haven't hadn't having".split())
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
DO = frozenset("do does did don't doesn't didn't".split())
#: Modal verbs with which somebody does say a thing: "could only repeat that", "can reveal that".
OF_SAYING = frozenset("could can".split())
#: What has not happened: future, condition, possibility.
MODALS = frozenset(
    "will would could may might must can should shall won't wouldn't couldn't can't cannot shouldn't mustn't".split()
)
NEGATIONS = frozenset(
    "not never n't hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't "
    "couldn't can't "
    "cannot shouldn't neither nor".split()
)
AUXILIARIES = HAVE | BE | DO | MODALS
#: Adverbs that stand between a subject and its verb without ending in -ly.
ADVERBS = frozenset(
    "also never not n't then again now later first once already even just still often always ever soon yesterday today "
    "earlier since both each all once twice thereby instead further meanwhile simply have thus long only".split()
)
SUBJECT_PRONOUNS = frozenset(
    "he she it they we i you who which others some many most one both everyone nobody those".split()
)
PERSONAL = frozenset("he she it they we i you".split())
OBJECT_PRONOUNS = frozenset(
    "him her them us me it you himself herself themselves itself reporters everyone anyone".split()
)
RELATIVES = frozenset("who which whom whose that where".split())
DETERMINERS = frozenset(
    "a an the this that these those his her its their my our your some any no every each all both many most "
    "several few "
    "another one two three four five six seven eight nine ten dozens hundreds thousands".split()
)
POSSESSIVES = frozenset("his her its their my our your whose".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to about as into over after before against between during under through "
    "without within "
    "among near since until despite behind beyond across around per via amid like outside inside "
    "along amongst beneath below above beside throughout towards toward upon onto".split()
)
CONJUNCTIONS = frozenset("and but or nor yet".split())
SUBORDINATORS = frozenset(
    "that when while because if as although though where after before than so whether how what why since unless until "
    "whereas once".split()
)
#: Marks behind which a new phrase begins; quotation marks stand apart.
BREAKS = frozenset(", ; : ( ) [ ] - -- – — ― . ! ? ... … • * |".split())
DASHES = frozenset("- -- – — ―".split())
BULLETS = frozenset("• * - – — ·".split())
STOPS = frozenset(". ! ? ; : … ...".split())
ENDS = frozenset(". ! ?".split())
QUOTE_MARKS = frozenset("\" “ ” ' ‘ '' `` „ « » ‹ › ’".split())
WH = frozenset("whether if how why what who when where which whom".split())
#: Who sees for the outlet.
REPORTERS = frozenset("reporter reporters correspondent correspondents journalist journalists photographer our".split())
#: Adjectives that say what somebody holds.
HOLDING = frozenset(
    "convinced sure certain confident afraid fearful worried aware hopeful optimistic doubtful sceptical skeptical "
    "persuaded concerned unaware".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands dozens million".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb aug sept oct nov "
    "dec jan. feb. aug. sept. oct. nov. dec.".split()
)
TIME_NOUNS = (
    DAYS
    | MONTHS
    | frozenset(
        "morning afternoon evening night week month year weekend day hour hours minutes later earlier ago noon "
        "midnight".split()
    )
)
PLAIN_ARTICLES = frozenset("the a an".split())
#: Words that open a sentence without belonging to its subject.
OPENERS = frozenset(
    "but and so still yet now then however meanwhile instead also or later earlier today yesterday tonight even only "
    "afterwards indeed perhaps too for because once again there here nor that as when while".split()
)
#: Where posts stand; only with a capital, since most are common words too.
PLATFORMS = frozenset(
    "x twitter facebook telegram instagram youtube tiktok whatsapp mastodon bluesky threads weibo vkontakte vk "
    "linkedin reddit snapchat wechat signal discord substack tumblr viber twitch rumble".split()
)
#: What an adjunct between a verb of speech and its content speaks of: the occasion.
OCCASIONS = frozenset(
    "statement interview speech email e-mail post tweet letter message briefing conference rally debate hearing "
    "memo note "
    "report broadcast column op-ed call television radio filing affidavit appearance essay book video remarks press "
    "analysis blog article address testimony meeting announcement telegram channel thread podcast editorial release "
    "communique communiqué text cnn fox nbc cbs abc msnbc recently part".split()
) | (PLATFORMS - frozenset("threads signal discord rumble".split()))


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in ("family", "italy", "reply", "supply", "july")
    )


def is_plural(low: str) -> bool:
    """Whether a word has the form of a plural in -s."""
    return low.endswith("s") and not low.endswith(("ss", "'s")) and len(low) > 3


def is_number(low: str) -> bool:
    """Whether a word is a number, in digits or letters."""
    return low[0].isdigit() or low in NUMBERS
