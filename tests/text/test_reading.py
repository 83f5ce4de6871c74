"""From bytes to data: encodings, characters and constructs that are refused, and where things stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massageplan.frozen import replace
from massageplan.span import Span
from massageplan.text.document import Data, Document
from massageplan.text.guard import MAX_DEPTH
from massageplan.text.reader import parse

SIGNS = [*"ab:-[]{},'\"|>#&*!%?@`~é😀", "---", "...", "<<:", "|2", ">+"]
BLANKS = ["\n", "\r\n", "\r", "\t", " ", "\n  ", ": ", "- ", "key: ", "\ufeff", "\x00", "\u202e", "\u0085", "\u2028"]
SOUP = st.lists(st.sampled_from(SIGNS + BLANKS), max_size=40).map("".join)
PLAIN = "3 0.50 0123 true no Off 1e4 17:30 2026-11-23 0x1f .inf -5 1_000 <33 = +50 71e4"


def read(text: str, body_key: str | None = None) -> Document:
    """The document of a text without findings."""
    parsed = parse("f.yaml", text.encode(), body_key)
    assert parsed.findings == ()
    assert parsed.document is not None
    return parsed.document


def whole(span: Span) -> tuple[int, int, int, int]:
    """All of a span but its file."""
    return span.line, span.column, span.end_line, span.end_column


def begins(document: Document, *path: str | int) -> tuple[int, int]:
    """Line and column of the value at a path."""
    span = document.locate(path)
    return span.line, span.column


def told(raw: bytes, body_key: str | None = None) -> list[str]:
    """`line:column name` of each finding."""
    return [f"{f.span.line}:{f.span.column} {f.name}" for f in parse("f.yaml", raw, body_key).findings]


@pytest.mark.parametrize("typed", [*PLAIN.split(" "), "9" * 5000, "two words"])
def test_scalars_are_kept_as_typed(typed: str) -> None:
    """No plain text becomes a number, a truth value or a date."""
    assert read(f"a: {typed}").data == {"a": typed}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_only_an_empty_plain_scalar_is_none(nothing: str) -> None:
    """Quotes make a text even of nothing."""
    assert read(f"a: {nothing}").data == {"a": None}
    assert read(f"a: '{nothing}'").data == {"a": nothing}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", "1:1 empty-file"),
        (b"\n \n", "1:1 empty-file"),
        (b"# only\n# comments\n", "1:1 empty-file"),
        (b"\xef\xbb\xbf", "1:1 empty-file"),
        (b"a: b\nc: fus\x00ion\n", "2:7 control-character"),
        (b"a: b\x1b[31m", "1:5 control-character"),
        ("a: b\u2028c".encode(), "1:5 control-character"),
        ("a: b\ufeffc".encode(), "1:5 control-character"),
        ("😀: é\u0085".encode(), "1:5 control-character"),
        ("a: ok \u202egnp".encode(), "1:7 hidden-direction"),
        ("a: ok \u2066x\u2069".encode(), "1:7 hidden-direction"),
        ("a: b\nc: Müller".encode("latin-1"), "2:5 not-utf-8"),
        ("é\r\nc: é".encode() + b"\xfc", "2:5 not-utf-8"),
        (b"\xef\xbb\xbfa: \xfc", "1:4 not-utf-8"),
        ("a: b".encode("utf-16"), "1:1 not-utf-8"),
        ("a: b".encode("utf-16-be"), "1:1 control-character"),
        (b"a: " + b"x" * 1_000_000, "1:1 unreadable-file"),
        (b"a: " + b"[" * 40, "1:33 nested-too-deep"),
        (b"a: " + b"[" * 200_000, "1:1003 nested-too-deep"),
        (b"{" * 200_000, "1:1001 nested-too-deep"),
        (b"- " * 40 + b"a", "1:61 nested-too-deep"),
        (b"? " * 40 + b"a", "1:61 nested-too-deep"),
        (b"\n".join(b" " * n + b"k:" for n in range(40)), "31:31 nested-too-deep"),
        (b"a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "1:4 unsupported-yaml"),
        (b"a: 1\n...\nb: 2\n", "3:1 unsupported-yaml"),
    ],
    ids=lambda value: value[:24] if isinstance(value, bytes) else value,
)
def test_refused(raw: bytes, expected: str) -> None:
    """What is no text, no UTF-8 or outside the dialect, at the place where that begins."""
    begun = time.perf_counter()
    assert expected in told(raw)
    assert time.perf_counter() - begun < 1


def test_depth_up_to_the_limit_is_read() -> None:
    """Nesting is counted, not guessed from brackets."""
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert read("a: [" + "{b: c}, " * 100 + "d]")


def test_a_turned_direction_is_told_and_read() -> None:
    """It is a warning: the record is used; a long row of such characters is told twenty times."""
    parsed = parse("f.yaml", "a: ok \u202egnp".encode())
    assert parsed.document is not None
    assert parsed.document.data == {"a": "ok \u202egnp"}
    assert len(told(("a: " + "\u202e" * 500).encode())) == 20


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_for_every_kind_of_line(ending: str, mark: str) -> None:
    """Line ends and a byte order mark shift nothing; a character is a column whatever its bytes."""
    text = ending.join([f"{mark}😀: x", "b:", "  - {é: 'ü', 👍🏽: 5}", ""])
    document = read(text)
    assert document.data == {"😀": "x", "b": [{"é": "ü", "👍🏽": "5"}]}
    assert begins(document) == (1, 1)
    assert begins(document, "😀") == (1, 4)
    assert begins(document, "b", 0) == (3, 5)
    assert begins(document, "b", 0, "é") == (3, 9)
    assert begins(document, "b", 0, "👍🏽") == (3, 18)


def test_locate() -> None:
    """A value, its key, and the nearest enclosing place where the path leads nowhere."""
    document = read("a: 1\nb:\n  c: [x, yy]\n  d: |\n    long\n    text\n  e:\n")
    assert whole(document.locate(("b", "c", 1))) == (3, 10, 3, 12)
    assert whole(document.locate(("b", "c"), key=True)) == (3, 3, 3, 4)
    assert whole(document.locate(("b", "d"))) == (4, 6, 4, 6)
    assert begins(document, "b", "c", 7) == (3, 3)
    assert begins(document, "b", "z", "z") == (2, 1)
    assert begins(document, "a", 0) == (1, 1)
    assert begins(document, "b", "e") == (7, 5)
    assert begins(replace(document, root=None), "b", "c") == (1, 1)


FRONT = "---\ndate: 2026-03-09\nsaid: ok\n---\n\nFirst # line.\n\n- kept: as is\n"


def test_front_matter() -> None:
    """The body stands for its key, whatever it looks like; places count from the top of the file."""
    document = read(FRONT, "note")
    assert document.data == {"date": "2026-03-09", "said": "ok", "note": "First # line.\n\n- kept: as is"}
    assert begins(document, "date") == (2, 7)
    assert begins(document, "note") == (5, 1)
    assert begins(read(FRONT.replace("\n", "\r\n"), "note"), "said") == (3, 7)
    assert read("---\na: b\n---\n", "note").data == {"a": "b"}
    assert read("---\na: b\n---", "note").data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date: 2026-03-09\n", ["1:1 yaml-syntax"]),
        ("---\ndate: 2026-03-09\n", ["1:1 yaml-syntax"]),
        ("\n---\na: b\n---\n", ["1:1 yaml-syntax"]),
        ("---\n---\ntext\n", ["1:1 empty-file"]),
        ("---\na: b\nnote: x\n---\ntext\n", ["3:1 duplicate-key"]),
        ("---\na: b: c\n---\ntext\n", ["2:5 yaml-syntax"]),
        ("---\na: b\n---\ntext\x00\n", ["4:5 control-character"]),
    ],
)
def test_front_matter_slips(text: str, expected: list[str]) -> None:
    """What is wrong with a Markdown record, counted in lines of the file."""
    assert told(text.encode(), "note") == expected


def walk(document: Document, data: Data, path: tuple[str | int, ...] = ()) -> None:
    """Every place of a document can be found and lies in it."""
    for span in (document.locate(path), document.locate(path, key=True)):
        assert 1 <= span.line <= document.text.count("\n") + document.text.count("\r") + 2
        assert span.column >= 1
    for step, below in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        walk(document, below, (*path, step))


@settings(max_examples=400, deadline=None)
@given(st.one_of(SOUP, st.text()).map(lambda t: t.encode("utf-8", "surrogatepass")) | st.binary(), st.booleans())
def test_any_file_ends_in_a_document_or_findings(raw: bytes, markdown: bool) -> None:
    """No exception, whatever the bytes."""
    parsed = parse("f.yaml", raw, "note" if markdown else None)
    assert parsed.document is not None or parsed.findings
    if parsed.document is not None:
        walk(parsed.document, parsed.document.data)
