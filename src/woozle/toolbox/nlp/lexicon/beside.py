"""Small words that stand beside names and tell what they name."""

#: Prepositions before places, and those before places as much as before others.
IN = frozenset(
    ("in near outside across toward towards throughout inside around off beyond opposite above below beneath").split()
)
AT = frozenset("at from into through".split())
#: Verbs and prepositions before "the" and a river, a lake, a range.
OVER = IN | frozenset("along crossed crossing crosses cross over up down upstream downstream on from into".split())
#: Words before "of" that make what follows a place: "9 miles of X", "north of X".
MEASURES = frozenset(
    (
        "mile miles kilometre kilometres kilometer kilometers km north south east west northeast northwest southeast "
        "southwest south-east south-west north-east north-west outskirts coast shores shore edge centre center streets "
        "waters part"
    ).split()
)
DISTANCES = frozenset("kilometres kilometers miles km metres".split())
#: What is built in or near a place: "the Kort post".
BUILT = frozenset(
    (
        "post breakwater tunnel dam plant factory prison camp court hospital school church market pier quay garrison "
        "bureau campus ferry bank office road crossing clinic depot"
    ).split()
)
#: Who works for an outlet.
NEWSROOM = frozenset(
    "editor newsroom correspondent reporter readers columnist journalist photographer website newsdesk desk".split()
)
#: Who belongs to a body, behind its name and before "of" or "for" and its name.
MEMBERS = frozenset(
    (
        "officials executives shares spokesman spokeswoman spokesperson leader members militants fighters employees "
        "chairman bosses boss chief staff gunmen guerrillas headquarters supporters candidate candidates"
    ).split()
)
JOINING = frozenset("leader member members head chairman chairwoman founder spokesman spokeswoman spokesperson".split())
#: Words before "on" that make what follows a platform: "a post on X".
POSTING = frozenset(
    (
        "post posts posted wrote video videos page channel account message messages live said statement photo published"
    ).split()
)
#: What countries and provinces have, behind "'s" or beside the name.
STATE = frozenset(
    (
        "government parliament president minister ministry capital army navy ambassador embassy coast border borders "
        "economy airspace territory constitution waters police troops forces military defence defense foreign interior "
        "transport finance health prime security main largest second eastern western northern southern state leaders "
        "people republic independence"
    ).split()
)
PRINTING = frozenset("reported published broadcast aired reports printed quoted".split())
ARTICLES = frozenset("a an the his her its their one our".split())
#: Words behind a comma that begin no description.
NO_DESCRIPTION = frozenset(
    (
        "and but or which as when where while with in on at from to by for after before because so if although though"
    ).split()
)
#: Offices of which a state or a town has one.
OFFICES = frozenset("minister president premier ambassador chancellor governor mayor parliament senate".split())
