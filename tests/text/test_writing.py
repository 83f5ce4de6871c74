"""What the tool writes reads back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.text.document import Data
from massageplan.text.reader import parse
from massageplan.text.writer import write

from .test_reading import SOUP

TEXTS = st.one_of(SOUP, st.text(), st.sampled_from(["", "~", "null", "---", "...", "a\nb\n", "a\n\nb", " a\nb", "<<"]))
DATA: st.SearchStrategy[Data] = st.recursive(
    st.none() | TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXTS, below, max_size=4),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None)
@given(DATA.filter(lambda data: data is not None))
def test_what_is_written_reads_back(data: Data) -> None:
    """Texts, nothings, lists and maps, nested, with any text for a key; without a finding."""
    parsed = parse("f.yaml", write(data).encode())
    assert parsed.findings == ()
    assert parsed.document is not None
    assert parsed.document.data == data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"date": "2026-03-09", "visit": "3"}, "date: 2026-03-09\nvisit: 3\n"),
        ({"said": "Pain: worse"}, 'said: "Pain: worse"\n'),
        ({"said": "Crate #2"}, 'said: "Crate #2"\n'),
        ({"said": "a, b"}, "said: a, b\n"),
        ({"note": "One.\n\nTwo."}, "note: |-\n  One.\n\n  Two.\n"),
        ({"note": "One.\nTwo.\n"}, "note: |\n  One.\n  Two.\n"),
        ({"a": None, "b": "", "c": "null"}, 'a:\nb: ""\nc: "null"\n'),
        ({"a": [], "b": {}}, "a: []\nb: {}\n"),
        ({"b": [{"do": "walk", "at": ["noon"]}]}, "b:\n  - do: walk\n    at:\n      - noon\n"),
        ({"a: b": "*x"}, '"a: b": "*x"\n'),
        ("\u202e", '"\\U0000202e"\n'),
    ],
)
def test_how_it_looks(data: Data, expected: str) -> None:
    """Plain where plain is safe, block style throughout, nothing hidden."""
    assert write(data) == expected
