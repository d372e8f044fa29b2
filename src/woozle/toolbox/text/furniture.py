"""Furniture of web pages that stands among the words of a report: which lines are such, told by their words alone.

Every rule is anchored to a whole line. They are made from lines that news sites print all over the world, and err to
the side of keeping: a kept "Share" costs little, a lost sentence much.
"""

import re

from woozle.toolbox.later import later

_SHARE = (
    r"(?:like|share|tweet|pin(?: it)?|print|e-?mail|save|copy(?: link)?|bookmark|listen|follow|reply|report|facebook"
    r"|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|threads|rss|messenger|flipboard)"
)
_LINES = (
    # share bars and follow-us lines
    rf"{_SHARE}(?:[\s,|/·•]+{_SHARE})*",
    r"(?:share|tweet|pin|send|e-?mail|print|save)\b(?: (?:this|on|via|to|with|by|the))?.{0,20}"
    r"\b(?:article|story|page|post|facebook|twitter|x|whatsapp|e-?mail|linkedin|reddit|friends?|link)\W*",
    r"(?:please )?(?:follow|find|like|join|connect with) (?:us|our)\b.{0,100}"
    r"(?:facebook|twitter|instagram|telegram|youtube|tiktok|google news|social media|channels?|accounts?)\b.{0,60}",
    r"\d+(?:\.\d)?[km]? (?:shares?|views?|comments?|likes?|reactions?|retweets?)",
    # pointers to other pages
    r"(?:read|see|click|tap)(?: (?:also|more|next|here|on|this|the full (?:story|article)))\b\s*(?:[:>»→-].{0,200})?",
    r"(?:also read|must read|don['’]?t miss|related|recommended|more (?:on this|like this|news|stories)|top stories"
    r"|trending(?: now)?|up next|watch(?: now| more| next)?|most (?:read|popular|viewed|shared)"
    r"|editor['’]?s picks?|you may (?:also )?like|you might (?:also )?(?:like|be interested in)"
    r"|recommended for you|from the archives?|further reading|in this (?:article|story))\s*(?::.{0,200}|[>»→]*)",
    r"(?:related|recommended|similar|popular|latest|recent|more|other) (?:articles?|stories|story|news|topics?|posts?"
    r"|coverage|content|links?|videos?|tags)\b\W*(?::.{0,200})?",
    r"(?:more from|more in|read more (?:about|from|on)|latest from|explore more)\b.{0,80}[^.?!]",
    r"(?:previous|next|older|newer) (?:article|story|post|page)s?\b.{0,120}[^.]?",
    r"(?:continue reading|read full (?:article|story)|view (?:full )?(?:image|gallery|profile|comments?|more|all"
    r"|original|article)|show (?:more|less|comments?)|see (?:all|more)|load more|back to (?:top|home)"
    r"|go to .{0,40}page)\W*",
    r"source\s*:\s*(?:read (?:the )?full (?:article|story)|link|click here)\W*",
    # sign-up
    r"(?:sign|log) (?:up|in|on)\b.{0,30}\b(?:to (?:comment|reply|continue|read|save|vote|post|follow)"
    r"|for (?:our|free|the)|here|today|now)\b.{0,160}",
    r"(?:sign up|sign in|log in|login|register|subscribe|subscribe now|create (?:an |a free )?account|my account"
    r"|join now|sign out|log out|subscribe (?:to|for|from)\b.{0,160}|unsubscribe\b.{0,80})",
    r"(?:get|receive|want)\b.{0,100}\b(?:in|to) your (?:inbox|e-?mail|phone)\b.{0,120}",
    r"(?:we use|we['’]ll use) your (?:sign-?up|e-?mail|data|information)\b.{0,400}",
    r"you can unsubscribe at any ?time\b.{0,80}|.{0,200}\byou can unsubscribe at any ?time\b.{0,80}",
    r"(?:enter|your) e-?mail(?: address)?\b.{0,60}|invalid e-?mail\W*",
    r"thank you for (?:subscribing|signing up)\b.{0,120}",
    r"(?:join|sign up (?:to|for)|subscribe to) (?:our|the)\b.{0,80}\b(?:newsletter|mailing list|briefing)s?\b.{0,120}",
    r".{0,40}\b(?:daily|weekly|free|morning|evening) newsletter\b.{0,60}[^.]",
    r"download (?:our|the)\b.{0,40}\bapp\b.{0,80}",
    # comments
    r"(?:leave|post|add|write) (?:a|your|the first) (?:reply|comment|response|insights?)\b.{0,60}",
    r"add your (?:insights?|comments?|voice)\W*|your e-?mail address will not be published\b.{0,80}",
    r"required fields are marked\b.{0,20}|(?:no )?comments?(?: \(\d+\))?(?: (?:are )?(?:closed|off|disabled))?\W*",
    r"(?:there are )?(?:no|\d+) (?:comments?|replies|responses)\b.{0,60}|join the (?:conversation|discussion)\b.{0,60}",
    r"be the first to\b.{0,80}|(?:view|see|read|hide|show) (?:all )?(?:\d+ )?comments?\W*|reader insights?",
    r"comments? (?:on|to) .{0,80}(?:moderated|closed)\W*|(?:name|e-?mail|website)\s*\*|save my name.{0,120}",
    r"have your say\W*|what do you think\? .{0,80}comments?\b.{0,40}",
    # advertisements, legal lines, cookies
    r"advert(?:isement|ising|orial)?s?\W*|ad|sponsored(?: content| links?)?|paid (?:content|post|partnership)|promoted",
    r"(?:article|story) continues (?:below|after)\b.{0,40}|scroll (?:down )?(?:to|for) (?:continue|more)\b.{0,40}",
    r"(?:skip|jump) (?:to|past)\b.{0,40}|remove ads|report (?:this )?ad|what are we reading\W*",
    r"(?:.{0,60}\b)?all rights reserved\b.{0,120}|(?:©|\(c\)\s).{0,120}"
    r"|copyright\W*(?:©|\(c\)|\d{4}|by |notice|all rights).{0,120}",
    r"(?:terms(?: (?:of (?:use|service)|and conditions|& conditions))?|privacy(?: (?:policy|notice|settings"
    r"|statement))?|cookies?(?: (?:policy|settings|preferences|notice))?|contact(?: us)?|about(?: us)?|help|support"
    r"|imprint|impressum|sitemap|site map|careers|advertise(?: with us)?|do not sell.{0,40}"
    r"|accessibility|faqs?|legal|complaints?)(?:\s*[|·•/]\s*.{0,120})?",
    r"(?:we|this (?:site|website|page)|our (?:site|website)|by (?:using|continuing))\b.{0,60}"
    r"\b(?:uses?|using|sets?|stores?|places?)\b.{0,30}\bcookies\b.{0,300}",
    r"(?:accept|reject|allow|manage|decline)(?: all)?(?: (?:cookies|preferences|settings|options|choices))\W*",
    # menus and what page builders leave behind
    r"(?:home|menu|search|explore|miscellaneous links|navigation|main menu|toggle navigation|close|open menu|loading"
    r"|find us on social media|follow us|social media|about the (?:creator|author)|author bio|newsletters?|archives?"
    r"|categories|topics|sections|my news|notifications?|latest(?: news)?|breaking news)[.…:]*",
    r"(?:tags?|filed under|topics|categories|posted in|keywords)\s*:.{0,200}|(?:share|save) (?:this|article|story)\W*",
    r".{1,30} logo|\d{1,3}[ -]min(?:ute)?s?[ -](?:read|listen|watch)|reading time\b.{0,20}|time to read\b.{0,20}",
    r"(?:photo|image|picture|pic|credit|photograph|video)s?(?: credits?| by| courtesy(?: of)?)?\s*:\s*[^.!?]{1,60}",
    r"\(?(?:image|photo|picture|pic)s?\s*:\s*[^.!?)]{1,60}\)?",
    r"(?:getty images?|afp|shutterstock|istock|alamy)(?:/.{1,40})?",
    r"(?:click|tap) (?:here|to)\b.{0,80}|(?:play|pause|mute|unmute|video player|now playing|watch live)\W*",
)
_LINE = later(r"(?:" + "|".join(f"(?:{line})" for line in _LINES) + r")\s*", re.I)
_FILE_NAME = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|mp4|bmp|tiff?)", re.I)
#: Ten digits that count seconds since 1970, as page builders put before the words of a picture's name.
_STORED = re.compile(r"(?P<epoch>1\d{9})(?:[\s_-]+\d{1,4})?[\s_-]+(?P<words>\S.*)")
_LEFT = re.compile(r"^[\s•*·|>–—»→►▶-]+")
#: Where a page's tail begins: nothing after such a line is the report's, unless prose follows it.
_TAIL = re.compile(
    r"(?:about the (?:creator|author)|leave a (?:reply|comment)|(?:post|add|write) a comment|sign in to comment"
    r"|comments?(?: \(\d+\))?|\d+ comments?|related (?:articles?|stories|posts?|news|content)|you may also like"
    r"|more from\b.{0,40}|recommended for you|most (?:read|popular)|reader insights|join the conversation"
    r"|find us on social media|top stories|trending(?: now)?|read next|up next)\W*",
    re.I,
)
_LONGEST = 600


def is_furniture_line(line: str) -> bool:
    """Whether a line is page furniture by its own words, wherever it stands."""
    if len(line) > _LONGEST:
        return False
    words = _LEFT.sub("", line).strip()
    return bool(words) and (bool(_LINE.fullmatch(words)) or is_picture_name(words))


def is_picture_name(line: str) -> bool:
    """Whether a line is the file name of a picture, or what a page builder makes of one."""
    return len(line) < 300 and bool(_FILE_NAME.fullmatch(line.strip()) or stored_at(line))


def stored_at(line: str) -> int | None:
    """Seconds since 1970 at which a picture was stored, where the line is a picture's name that begins with them."""
    found = _STORED.fullmatch(line.strip()) if len(line) < 300 else None
    if found is None or re.search(r"[.!?]$", found["words"]):
        return None
    return int(found["epoch"])


def begins_tail(line: str) -> bool:
    """Whether such a line comes where a report ends and the page goes on."""
    return len(line) < 100 and bool(_TAIL.fullmatch(_LEFT.sub("", line).strip()))


def is_prose(text: str) -> bool:
    """Whether a paragraph reads like a report: a dozen words or more with a full stop, or a quotation mark, in them."""
    words = text.split()
    return len(words) >= 12 and bool(re.search(r"[.!?…][\"'”’»)\]]*(?:\s|$)|[“”«»\"]", text))
