from pathlib import Path

import spacy

from analysis.training.trees import read_trees

SENTENCES = """# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tVerbForm=Inf\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_

# newpar
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def test_a_paragraph_is_one_doc_whose_text_is_as_written(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(SENTENCES, encoding="utf8")
    first, second = read_trees(path, spacy.blank("en").vocab)
    assert first.text == "Don't go! Stay "
    assert [sentence.text for sentence in first.sents] == ["Don't go!", "Stay"]
    assert [(token.dep_, token.head.text) for token in first[:3]] == [
        ("aux", "go"),
        ("advmod", "go"),
        ("ROOT", "go"),
    ]
    assert second.text == "Yes "
