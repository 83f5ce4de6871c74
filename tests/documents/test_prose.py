"""Long text keeps its paragraphs, bold, italics and flat lists, and nothing else of Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from massageplan.documents import html, md, prose, tree
from massageplan.documents.tokens import Vault, clean, closed


def page(text: str) -> str:
    """What the text becomes inside a page, without line breaks."""
    vault = Vault()
    root = tree.read(prose.mark(clean(text), vault), vault)
    return html.page(root, "", "en", "a4").partition("<main>\n")[2].partition("</main>")[0].replace("\n", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\n\nthree", "<p>one two</p><p>three</p>"),
        ("a **b c** d", "<p>a <strong>b c</strong> d</p>"),
        ("*a* _b_ c_d_e", "<p><em>a</em> <em>b</em> c_d_e</p>"),
        ("- a\n- b\n  c", "<ul><li>a</li><li>b c</li></ul>"),
        ("1. a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("why:\n- a", "<p>why:</p><ul><li>a</li></ul>"),
        ("- a\n\nb", "<ul><li>a</li></ul><p>b</p>"),
        ("# a", "<p># a</p>"),
        ("a\n===", "<p>a ===</p>"),
        ("[a](http://b)", "<p>[a](http://b)</p>"),
        ("<b>a</b> &amp;", "<p>&lt;b&gt;a&lt;/b&gt; &amp;amp;</p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("a | b\n---|---\nc | d", "<p>a | b ---|--- c | d</p>"),
    ],
)
def test_structure(text: str, shown: str) -> None:
    """What is read, and what stays letters."""
    assert page(text) == shown


@pytest.mark.parametrize("mark", ["[", "*", "**", "_", "**a ", "*a ", "`", "- ", "\n", "<", "_a", "* "])
def test_time_is_linear(mark: str) -> None:
    """Twenty thousand marks take well under a second."""
    begun = time.perf_counter()
    page(mark * 20_000)
    assert time.perf_counter() - begun < 1


@for_any(st.text(st.characters(exclude_categories=["Cs", "Co", "Cc"]), max_size=200))
def test_letters_survive(text: str) -> None:
    """Every letter and digit of a text comes out, in order, in both outputs."""
    vault = Vault()
    marked = prose.mark(clean(text), vault)
    letters = [c for c in clean(text) if c.isalpha()]
    assert [c for c in "".join(tree.read(marked, vault).itertext()) if c.isalpha()] == letters
    shown = md.write(marked, vault).replace("&lt;", "").replace("&amp;", "")
    assert [c for c in shown if c.isalpha()] == letters


def test_directions_are_closed() -> None:
    """A turned reading direction ends with its text."""
    assert closed("a\u202eb") == "a\u202eb\u202c"
    assert closed("\u2066a\u202eb\u202c") == "\u2066a\u202eb\u202c\u2069"
    assert closed("\u202c plain") == "\u202c plain"


def test_forged_tokens_are_letters() -> None:
    """Private-use and control characters of a record cannot stand for another text."""
    assert clean(" \ue0000\ue001\x02\x00\n") == "\ufffd0\ufffd\ufffd\ufffd"
