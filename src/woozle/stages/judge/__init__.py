"""Applies what people decided to what the program proposed: entities, claims and derivations; nothing else moves."""

from woozle.stages.judge.claims import JUDGE_CLAIMS
from woozle.stages.judge.copies import JUDGE_COPIES
from woozle.stages.judge.entities import JUDGE_ENTITIES
from woozle.step import Step

STEPS: tuple[Step, ...] = (JUDGE_ENTITIES, JUDGE_CLAIMS, JUDGE_COPIES)
