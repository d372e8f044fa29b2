"""Places as reports name them. This version has no gazetteer: a place keeps its name and gets no country or point."""

from woozle.toolbox.where.naming import place_name

__all__ = ["place_name"]
