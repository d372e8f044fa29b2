"""Places as reports name them, and where they lie, as far as a report and a gazetteer tell."""

from woozle.toolbox.where.finding import Located, is_voice, locate
from woozle.toolbox.where.homes import home_of
from woozle.toolbox.where.naming import place_name
from woozle.toolbox.where.world import World, load_world

__all__ = ["Located", "World", "home_of", "is_voice", "load_world", "locate", "place_name"]
