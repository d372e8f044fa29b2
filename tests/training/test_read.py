"""Training data: offsets, words of one token, names laid over sentences, and marked words that must be there."""

import gzip
import json
from pathlib import Path

import pytest

from training.read import (
    read_invented,
    read_names,
    read_passages,
    read_relations,
    read_short,
    read_treebank,
    with_names,
)


def _packed(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


_CONLLU = """# newdoc id = a
# newpar
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Kort left.
1\tKort\tKort\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = b
# newpar
1\tGone\tgo\tVERB\tVBN\t_\t0\troot\t_\t_

"""


def test_a_treebank_becomes_texts_with_words_by_offset(tmp_path: Path) -> None:
    first, second = read_treebank(_packed(tmp_path / "x.gz", _CONLLU), "x")
    assert (first.text, second.text) == ("Don't go. Kort left.", "Gone")
    assert first.sentences == [0, 10]
    assert first.words
    words = [first.text[word.start : word.end] for word in first.words]
    assert words == ["Do", "n't", "go", ".", "Kort", "left", "."]
    assert [word.head for word in first.words] == [2, 2, 2, 2, 5, 5, 5]
    assert first.words[5].tags["lemma"] == "small|2|ave"


def test_names_are_laid_over_the_same_sentences_only(tmp_path: Path) -> None:
    texts = read_treebank(_packed(tmp_path / "x.gz", _CONLLU), "x")
    first, second = with_names(texts, _packed(tmp_path / "n.gz", "Kort\tB-PER\nleft\tO\n.\tO\n\n"))
    assert first.names == [(10, 14, "PER")]
    assert first.unnamed == [(0, 10)]
    assert (second.names, second.unnamed) == ([], [(0, 4)])


def test_tokens_are_written_as_a_writer_would(tmp_path: Path) -> None:
    rows = "Mr\tO\nKort\tB-PER\n(\tO\nUnion\tB-ORG\n)\tO\nwo\tO\nn't\tO\n,\tO\nhe\tO\n.\tO\n\nEnd\tO\n\n"
    (marked,) = read_names(_packed(tmp_path / "n.gz", rows), "n")
    assert marked.text == "Mr Kort (Union) won't, he.\n\nEnd"
    assert marked.names == [(3, 7, "PER"), (9, 14, "ORG")]


def test_relations_keep_their_spans(tmp_path: Path) -> None:
    row = {
        "text": "He left, she said.",
        "attributions": [{"source": [[9, 12]], "cue": [[13, 17]], "content": [[0, 7]]}],
    }
    (marked,) = read_relations(_packed(tmp_path / "r.gz", json.dumps(row) + "\n"), "r")
    assert marked.relations
    assert (marked.relations[0].source, marked.relations[0].content) == ([(9, 12)], [(0, 7)])


def test_invented_texts_find_their_words(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        '[[text]]\ntext = "Kort Bay, Kort said. It was said."\nnames = [["Kort", "PER"], ["Kort Bay", "LOC"]]\n'
        'rows = [{content = ["Kort Bay"], cue = "said@1", source = "Kort@2"}]\n'
    )
    (marked,) = read_invented(path, "a")
    assert marked.names == [(0, 8, "LOC"), (10, 14, "PER")]
    assert marked.relations
    assert (marked.relations[0].source, marked.relations[0].cue) == ([(10, 14)], [(15, 19)])


def test_a_content_takes_its_that_along(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    rows = '[{content = ["it fell"], cue = "said", source = "Kort"}]'
    path.write_text(f'[[text]]\ntext = "Kort said that it fell."\nnames = []\nrows = {rows}\n')
    (marked,) = read_invented(path, "a")
    assert marked.relations
    assert marked.relations[0].content == [(10, 22)]


def test_passages_teach_their_outermost_rows_by_whole_words(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        '[[passage]]\ntext = "The aide, he said, heard her say no. He would not comment."\nrows = [\n'
        '{content = ["The aide", "heard her say no"], cue = "said", source = "he"},\n'
        '{content = ["no"], cue = "say", source = "her", parent = 1},\n'
        '{content = [], cue = "comment", source = "He"},\n]\n'
    )
    (marked,) = read_passages(path, "a")
    assert marked.names is None
    assert marked.relations
    assert [(one.source, one.content) for one in marked.relations] == [([(10, 12)], [(0, 8), (19, 35)])]


@pytest.mark.parametrize("words", ["Weil", "said", "Kort@3"])
def test_invented_words_that_are_not_there_or_not_told_apart_are_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.toml"
    rows = f'[{{content = ["It"], cue = "was", source = "{words}"}}]'
    path.write_text(f'[[text]]\ntext = "Kort said. It was said. Kort"\nnames = []\nrows = {rows}\n')
    with pytest.raises(ValueError, match=words.split("@", maxsplit=1)[0]):
        list(read_invented(path, "a"))


def test_short_texts_are_marked_in_place(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("[1t It], [1s he] [1c said], [1t fell]. So [2c says] [2s she].\\nEnd\n")
    (marked,) = read_short(path, "a")
    assert marked.text == "It, he said, fell. So says she.\nEnd"
    assert [(one.source, one.cue, one.content) for one in marked.relations or []] == [
        ([(4, 6)], [(7, 11)], [(0, 2), (13, 17)]),
        ([(27, 30)], [(22, 26)], []),
    ]
