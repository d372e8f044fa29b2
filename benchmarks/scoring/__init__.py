"""Scores the record of any tool against the truth of a story: how many independent voices stand behind each claim."""
