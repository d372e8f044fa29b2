"""Stretches of tags, and who says what by what points where."""

import numpy as np

from woozle.toolbox.nlp.trained.spans import CONTENT, CUE, SOURCE, Link, best_tags, links, log_softmax, read_tags, runs

_NONE = np.zeros((7, 7), np.float32)


def test_runs_begin_where_a_tag_says_so_or_nothing_goes_before() -> None:
    assert list(runs([0, 1, 2, 1, 4, 4, 0, 5])) == [(1, 3, 0), (3, 4, 0), (4, 6, 1), (7, 8, 2)]


def test_shares_are_shares() -> None:
    shares = np.exp(log_softmax(np.array([[1.0, 2.0, 1000.0], [0.0, 0.0, 0.0]], np.float32)))
    assert np.allclose(shares.sum(1), 1)


def test_moves_outweigh_a_tag_that_stands_alone() -> None:
    shares = log_softmax(np.array([[0, 4, 0], [1, 0, 0.5], [0, 0, 4]], np.float32))
    moves = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    assert shares.argmax(1).tolist() == [1, 0, 2]
    assert best_tags([shares], [moves])[0].tolist() == [1, 2, 2]


def _scores(tags: list[int], points: dict[int, int]) -> tuple[np.ndarray, np.ndarray]:
    roles, anchors = np.zeros((len(tags), 7), np.float32), np.zeros((len(tags), len(tags)), np.float32)
    roles[np.arange(len(tags)), tags] = 9
    for low, high in points.items():
        anchors[low, high] = 9
    return roles, anchors


def _linked(roles: np.ndarray, anchors: np.ndarray, is_joined: np.ndarray) -> list[Link]:
    (tagged,) = read_tags([roles], [_NONE])
    assert tagged
    return list(links(tagged, anchors, is_joined))


def test_rows_get_together_what_they_get_alone() -> None:
    chance = np.random.default_rng(3)
    rows = [chance.normal(size=(size, 7)).astype(np.float32) for size in (5, 1, 40, 12)]
    moves = [chance.normal(size=(7, 7)).astype(np.float32) for _ in rows]
    together = best_tags(rows, moves)
    assert [len(tags) for tags in together] == [5, 1, 40, 12]
    for tags, row, own in zip(together, rows, moves, strict=True):
        assert tags.tolist() == best_tags([row], [own])[0].tolist()


def test_a_row_without_a_tag_is_none() -> None:
    plain, tagged = np.zeros((3, 7), np.float32), np.eye(7, dtype=np.float32)[:3]
    first, second = read_tags([plain, tagged], [_NONE, _NONE])
    assert first is None
    assert second
    assert second.tags.tolist() == [0, 1, 2]


def test_pieces_of_a_content_meet_at_their_cue() -> None:
    """The convoy , officials said , turned back"""
    tags = [5, 6, 0, 1, 3, 0, 5, 6]
    roles, anchors = _scores(tags, {0: 4, 1: 4, 3: 4, 6: 4, 7: 4})
    (found,) = _linked(roles, anchors, np.zeros(8, int))
    assert (found.sources, found.cue, found.contents) == (((3, 4),), (4, 5), ((0, 2), (6, 8)))
    assert found.score > 0.9
    assert (SOURCE, CUE, CONTENT) == (0, 1, 2)


def test_a_cue_that_the_tags_left_out_is_the_word_pointed_at() -> None:
    roles, anchors = _scores([1, 0, 5, 6], {0: 1, 2: 1, 3: 1})
    (found,) = _linked(roles, anchors, np.zeros(4, int))
    assert (found.sources, found.cue, found.contents) == (((0, 1),), (1, 2), ((2, 4),))


def test_who_speaks_twice_is_the_source_of_both() -> None:
    """He said x , adding y"""
    roles, anchors = _scores([1, 3, 5, 0, 3, 5], {0: 1, 2: 1, 5: 4})
    anchors[0, 4] = 9
    first, second = _linked(roles, anchors, np.zeros(6, int))
    assert first.sources == second.sources == ((0, 1),)


def test_a_cue_that_says_nothing_is_no_attribution() -> None:
    roles, anchors = _scores([1, 3, 0], {0: 1})
    assert list(_linked(roles, anchors, np.zeros(3, int))) == []
