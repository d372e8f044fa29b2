"""Names: folding, acronyms, and whether two names may mean the same."""

from woozle.toolbox.names.acronyms import acronyms_of, is_acronym
from woozle.toolbox.names.fold import fold_name, name_tokens
from woozle.toolbox.names.same import same_name

__all__ = ["acronyms_of", "fold_name", "is_acronym", "name_tokens", "same_name"]
