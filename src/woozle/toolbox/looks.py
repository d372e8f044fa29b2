"""How much a claim needs a look: one rule for the book, the pages and the one-file report."""


def surplus(reports: int, voices: int) -> int:
    """Reports that add no voice; 0 for a claim that stands in one report, or has more voices than reports.

    Args:
        reports: reports that say it.
        voices: voices behind it, the best count.
    """
    return max(0, reports - max(1, voices)) if reports > 1 else 0


def weight(reports: int, voices: int, n_conflicts: int, n_drifts: int) -> int:
    """How much a claim needs a look: docs/decisions/0006-one-file-report.md says why these weights.

    1 for every two reports that add no voice (at most 8), 3 if two or more reports lead back to nobody, 2 for a
    conflict (at most 4), 1 for a drift (at most 3).
    """
    lost = 3 if voices == 0 and reports >= 2 else 0
    return min(8, surplus(reports, voices) // 2) + lost + min(4, 2 * n_conflicts) + min(3, n_drifts)
