"""What a cleaned page is short of: its article, most of it behind a wall, or its language."""

import re

from woozle.model.records import Page
from woozle.toolbox.text.language import language_of

_PAYWALL = re.compile(
    r"(?:subscribe|sign up|log in|register|join)\W+(?:now\W+|today\W+)?to (?:continue|keep|finish|read|unlock)"
    r"|(?:you have|you['’]ve) (?:read|used|reached|viewed|no)\b.{0,40}\b(?:free|articles?|limit)"
    r"|(?:this|the (?:full|rest of (?:this|the)))\b.{0,20}\b(?:article|story|content)\b.{0,30}"
    r"\b(?:for|only|available|exclusive|reserved)\b.{0,30}\bsubscribers"
    r"|subscribers?[- ]only|for subscribers only|already a subscriber|continue reading (?:with|by|for)|unlock this"
    r"|(?:continue|keep reading|access) for .{0,20}(?:a|per) (?:week|month|year)",
    re.I,
)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|your privacy (?:choices|matters)"
    r"|cookies?\b.{0,200}\b(?:accept|consent|agree)"
    r"|(?:accept|consent|agree)\b.{0,200}\bcookies?|manage (?:your )?(?:consent|preferences)",
    re.I | re.S,
)
_ROBOT = re.compile(
    r"(?:enable|turn on|switch on) (?:javascript|cookies)|are you a (?:robot|human)|checking your browser|captcha"
    r"|access denied|page not found|404 (?:error|not found)|403 forbidden",
    re.I,
)
_STOP = re.compile(r"[.!?…\"”’»؟।。！？]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{8}")
#: A paywall's sentence on a page with more words than this is an offer, not a wall.
_STUB = 200


def missing_article(page: Page, text: str) -> tuple[str, str] | None:
    """Kind and reason, where a page gave no text or nothing that reads like a report; None where it did."""
    if text.strip() and (page.form == "text" or _has_sentence(text)):
        return None
    whole = _shown(page)
    hidden = sum(len(block.text.split()) for block in page.blocks if block.is_furniture)
    if _CONSENT.search(whole):
        return (
            "consent",
            "it shows a question about cookies or privacy, and no article; save the page after answering it",
        )
    if _PAYWALL.search(whole):
        return "paywall", "it shows an offer to subscribe, and no article"
    if _ROBOT.search(whole):
        return "noarticle", "it shows a notice of the web server, and no article; save the page again"
    if not whole.strip():
        return "noarticle", "it holds no visible text; if a script draws it, save the page from the browser as complete"
    return (
        "noarticle",
        f"none of its {len(whole.split())} words reads like a report ({hidden} of them stand in menus and boxes)",
    )


def _has_sentence(text: str) -> bool:
    """Whether five words, or eight letters of a script without spaces, come before a mark that ends sentences."""
    for stop in _STOP.finditer(text):
        before = text[max(0, stop.start() - 200) : stop.start()].rpartition("\n")[2]
        if len(before.split()) >= 5 or _UNSPACED.search(before):
            return True
    return False


def wall(page: Page, text: str) -> str | None:
    """What to say of a page that shows the beginning of its article and then a wall."""
    n_words = len(text.split())
    if n_words > _STUB or not _PAYWALL.search(_shown(page)):
        return None
    return (
        f"it shows the first {n_words} words of its article and then an offer to subscribe; what follows was not read"
    )


def _shown(page: Page) -> str:
    return "\n".join(block.text[:2000] for block in page.blocks[:2000])[:200_000]


def language(page: Page, text: str) -> tuple[str | None, str | None]:
    """The language as a BCP-47 tag, and what to say where the page's markup says another one."""
    declared = (page.declared_language or "").replace("_", "-").strip()
    primary = declared.partition("-")[0].lower()
    if not re.fullmatch(r"[a-z]{2,3}", primary):
        primary = ""
    found = language_of(text)
    if found and primary and found != primary:
        message = f"its markup says the language is {declared}, its words are {found}; it was taken for {found}"
        return found, message
    return found or primary or None, None
