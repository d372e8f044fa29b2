"""Names: folding, acronyms, and whether two names may mean the same."""

from woozle.toolbox.names.acronyms import acronyms_of, is_acronym
from woozle.toolbox.names.fold import fold_name, name_tokens
from woozle.toolbox.names.same import same_name

#: Kinds of entities that speak as persons do, and the same with the kind that a tagger mixes up with them.
BODIES = frozenset(("organisation", "outlet", "group"))
THINGS = BODIES | {"other"}
#: Kinds of entities that can say something.
SPEAKERS = BODIES | {"person"}

#: What a name that ends so is: "Norra Lines" is a company.
COMPANIES = frozenset(
    (
        "lines line airlines airways terminals industries holdings enterprises motors shipping logistics "
        "technologies systems stores partners ferries mills works ltd limited inc plc corp corporation co company "
        "gmbh ag energy telecom steel foods mining oil gas chemicals pharmaceuticals shipyards shipyard brewery "
        "breweries yards"
    ).split()
)

__all__ = [
    "BODIES",
    "COMPANIES",
    "SPEAKERS",
    "THINGS",
    "acronyms_of",
    "fold_name",
    "is_acronym",
    "name_tokens",
    "same_name",
]
