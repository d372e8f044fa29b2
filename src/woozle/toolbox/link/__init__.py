"""Comparing what different reports say: content words, negation, and all rows of one document together."""
