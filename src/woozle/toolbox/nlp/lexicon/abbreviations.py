"""Abbreviations that end in a full stop: small letters, without the stop, none of them also a plain word."""

#: Stand before a name, so that no sentence ends behind them.
LEADING = frozenset(
    (
        "mr mrs ms dr prof gen col lt maj capt sgt cpl pvt adm cmdr brig gov sen rep pres rev fr hon st ste ft mt "
        "messrs mme mlle supt insp det sr vs approx ca cf ave blvd dept univ assn"
    ).split()
)
#: May end a sentence.
TRAILING = frozenset(
    (
        "jr inc corp ltd co bros etc ext jan feb apr jun jul aug sept oct nov dec tue tues thu thur thurs calif "
        "ariz colo conn minn mont nev okla tenn tex wis govt intl natl prov esq rd"
    ).split()
)
#: Abbreviations only where a figure follows: "No. 3", but "No."
NUMBERED = frozenset("no nos art fig figs sec vol vols p pp ch para sep mar".split())
