"""Takes the article's own words out of each page: furniture left out, the rest verbatim with its way to the bytes."""

from woozle.stages.clean.steps import CLEAN
from woozle.step import Step

STEPS: tuple[Step, ...] = (CLEAN,)
