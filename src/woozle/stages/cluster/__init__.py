"""Gathers assertions of different reports that say the same thing into claims, and finds claims that clash."""

from woozle.stages.cluster.events import EVENTS
from woozle.stages.cluster.steps import CLUSTER
from woozle.step import Step

STEPS: tuple[Step, ...] = (CLUSTER, EVENTS)
