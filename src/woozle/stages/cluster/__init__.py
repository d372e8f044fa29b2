"""Gathers assertions of different reports that say the same thing into claims, and finds claims that clash."""

from woozle.stages.cluster.events import EVENTS
from woozle.stages.cluster.steps import CLUSTER, CONFLICTS
from woozle.step import Step

#: What the program proposes, and what follows once people were heard.
STEPS: tuple[Step, ...] = (CLUSTER,)
CONCLUDING: tuple[Step, ...] = (EVENTS, CONFLICTS)
