"""Verbs that say of a deed what is thought, said, wished or done about it; all by lemma."""

#: Tries, of which it is not told that they came to anything.
TRIES = frozenset("try attempt fail seek struggle".split())
#: What keeps a deed from being done.
FOILS = frozenset(
    "foil thwart prevent avert abort frustrate repel stop escape survive deactivate defuse quell crush suppress".split()
)
THREATS = frozenset("threaten vow swear pledge warn".split())
#: After these a deed is only wished, ordered, feared or meant.
NOT_YET = frozenset(
    "plan intend want prepare order urge ask call demand propose decide hope refuse agree offer allow let enable "
    "permit use plot conspire expect need fear cancel postpone avoid consider advocate oppose reject incite "
    "encourage instruct train "
    "ready able likely due".split()
)
DENIALS = frozenset("deny refute reject".split())
#: Verbs that lead on to what happened: "managed to kill", "went on to attack".
THROUGH = frozenset("manage proceed begin start continue go come help force succeed serve".split())
ACCUSES = frozenset("accuse blame suspect implicate link connect incriminate allege hold believe".split())
#: Only those who hold an office do this.
CHARGES = frozenset("charge indict convict sentence prosecute try".split())
#: A deed is laid at somebody's door.
LAYS_TO = frozenset("attribute ascribe impute blame credit".split())
#: What somebody only believes.
SUPPOSES = frozenset("believe presume suspect suppose think assume allege speculate surmise".split())
#: Having a hand in a deed.
PARTAKES = frozenset("participate involve partake part implicate".split())
#: What authorities do with those whom they take for the doers.
HOLDS = frozenset("arrest detain hold imprison jail seek want extradite apprehend question".split())
CLAIMS = frozenset("claim take assume accept admit acknowledge".split())
CONFESSES = frozenset("confess admit acknowledge".split())
#: What somebody does with words or in mind: its time is when it was said, not when the thing happened.
SAYS = frozenset(
    "say report announce state add claim confirm reveal tell note point indicate declare learn inform disclose "
    "comment recall explain stress deny condemn denounce blame accuse attribute ask express believe think know "
    "describe mention warn read publish call broadcast release assert affirm allege maintain emphasize appeal urge "
    "investigate discuss protest commemorate admit insist argue cite repudiate reject regret lament reiterate".split()
)
GOVERNORS = (
    TRIES
    | FOILS
    | THREATS
    | NOT_YET
    | DENIALS
    | THROUGH
    | ACCUSES
    | CHARGES
    | LAYS_TO
    | SUPPOSES
    | PARTAKES
    | HOLDS
    | CLAIMS
    | CONFESSES
    | SAYS
)
