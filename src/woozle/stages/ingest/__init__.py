"""Reads each capture into a page: its blocks of text, and what it says about itself."""

from woozle.stages.ingest.steps import INGEST
from woozle.step import Step

STEPS: tuple[Step, ...] = (INGEST,)
