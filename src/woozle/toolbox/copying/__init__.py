"""Finding shared wording: folded words with offsets, winnowed prints, alignment, and how much a stretch proves."""
