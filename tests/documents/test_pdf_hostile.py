"""Whatever a record or a template says, the PDF says it, runs none of it, reads no file, and keeps it on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import category, normalize

import pytest
from hypothesis import example, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from massageplan.documents.handout import build
from massageplan.documents.paper import Layout, NotPrinted, laid_out
from massageplan.documents.tokens import clean
from massageplan.documents.typst import shortened, units
from massageplan.documents.words import ENGLISH
from massageplan.store.resources import press

from .conftest import given, shipped
from .hostile import HOSTILE, everywhere
from .paper_text import bare, pieces, reader, spoken
from .test_pdf import EDGE, SIDES

if TYPE_CHECKING:
    from collections.abc import Callable

    from massageplan.documents.handout import HandoutInput

HANDOUT = "handout/handout.md.j2"
CODE = (
    '#read("/etc/passwd")',
    '#include "/etc/hostname"',
    'image("/etc/hostname")',
    '#import "@preview/cetz:0.3.0"',
    '#panic("x")',
    "$ x^2 $ $\\alpha$",
    "= Owned",
    '"] + read("/etc/passwd") + ["',
    "\\u{41} \\n \\",
    "<overfull> @record #metadata(none)",
    "`raw` ```typ #x```",
    "// gone /* gone */",
    "-- --- ~ ... \"x\" 'y'",
)


def printed(given_: HandoutInput, load: Callable[[str], str | None] = shipped) -> Layout:
    """A handout on paper."""
    return laid_out(build(given_), load, HANDOUT, ENGLISH, press())


def seen(text: str) -> str:
    """What a text looks like in the font: letters it lacks as question marks, what is never seen left out."""
    whole = normalize("NFC", clean(text)).replace("\u2010", "-").replace("\u2011", "-")
    whole = whole.replace("\u2012", "–").replace("\u2015", "—")
    kept = (
        each if each.isspace() or ord(each) in press().letters else "?"
        for each in whole
        if each.isspace()
        or ord(each) in press().letters
        or (category(each) != "Cf" and not "\ufe00" <= each <= "\ufe0f")
    )
    return bare("".join(kept))


@pytest.mark.parametrize("text", CODE)
def test_code_is_text(text: str) -> None:
    """In a goal, an exercise's name, a table cell and the running head, word for word."""
    layout = printed(given(goals=(text,), client=text, confidence=text, next_visit=text, advice=({"say": text},)))
    assert spoken(layout.pdf).count(bare(text)) >= 4
    assert reader(layout.pdf).metadata.title == " ".join(f"Home plan for {text}".split())  # type: ignore[union-attr]


@pytest.mark.parametrize("text", [text for text in CODE if "<" not in text])
def test_code_in_a_template_is_text(text: str) -> None:
    """A practice's own part says it, and nothing happens."""
    part = f'<div class="reason" markdown="1">\n\nBefore {text} after\n\n</div>\n'
    own = {"handout/parts/why.md.j2": part}
    layout = printed(given(items=(), advice=()), lambda name: own.get(name, shipped(name)))
    said = spoken(layout.pdf)
    assert "Before" in said
    assert "root:x:" not in said


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    """In every field at once: it is printed, no letter stands outside the margins, nothing is said to be overfull."""
    layout = printed(everywhere(text))
    width, height = SIDES["letter"]
    for piece in pieces(layout.pdf):
        assert piece.left >= EDGE
        assert piece.right <= width - EDGE
        assert EDGE <= piece.base <= height - EDGE
    assert layout.overfull == ()
    assert seen(text)[:300] in spoken(layout.pdf)


@settings(max_examples=40, deadline=None)
@for_any(st.text(min_size=1, max_size=120))
@example("e\u0301 o\u0308 \u00a0x\u00ad\u200b\u2011y\ufeff")
@example("a\u2028b\u2029c\x85d\x0be")
@example("W" * 300 + " " + "i" * 300)
def test_any_text_comes_back(text: str) -> None:
    """Through Markdown, the tree, the style and the file; what the font lacks is named."""
    layout = printed(given(goals=(), items=(), advice=(), why=None, confidence=f"<<{text}>>"))
    assert seen(f"<<{text}>>") in spoken(layout.pdf)
    lacking = {each for each in normalize("NFC", clean(text)) if seen(each) == "?" and each != "?"}
    assert lacking <= set(layout.lacking)


@pytest.mark.parametrize("letter", ["✓", "名", "ש", "🧘", "\u0e01"])
def test_a_letter_no_font_has_is_told(letter: str) -> None:
    """It is drawn as a question mark in a frame, and named once."""
    layout = printed(given(confidence=f"a{letter}b{letter}c"))
    assert layout.lacking == (letter,)
    assert "a?b?c" in spoken(layout.pdf)


def test_a_long_word_is_broken_where_it_stands() -> None:
    """In the head, the grid, the dose and the boxes, on no more than its own lines, in large print too."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2
    item: dict[str, Any] = {
        "do": "own",
        "id": "x",
        "how": [word],
        "reps": "10",
        "often": "daily",
        "at": [word],
        "with": word,
    }
    for large in (False, True):
        layout = printed(given(client=word, items=(item,), stop=(word,), large=large))
        assert layout.overfull == ()
        assert bare(word) in spoken(layout.pdf)
        assert max(piece.right for piece in pieces(layout.pdf)) <= 612 - EDGE


def test_what_cannot_fit_is_named() -> None:
    """A table of so many columns that not even a letter fits into one."""
    row = "|" + " word |" * 60
    page = f"# Title\n\n{row}\n|{'---|' * 60}\n{row}\n"
    layout = laid_out(
        build(given()), lambda name: page if name == HANDOUT else shipped(name), HANDOUT, ENGLISH, press()
    )
    assert layout.overfull == ("word",)
    assert layout.pdf.startswith(b"%PDF")


def test_a_block_taller_than_a_page_is_broken() -> None:
    """Every word of it is there, and none stands below the margin."""
    lines = "\n".join(f"- line {n} of many that stand in a stop box" for n in range(150))
    page = f'# Title\n\n<div class="stop" markdown="1">\n\n{lines}\n\n</div>\n'
    layout = laid_out(
        build(given()), lambda name: page if name == HANDOUT else shipped(name), HANDOUT, ENGLISH, press()
    )
    assert layout.pages >= 3
    assert all(f"line{n}of" in spoken(layout.pdf) for n in range(150))
    assert min(piece.base for piece in pieces(layout.pdf)) >= EDGE


@pytest.mark.parametrize(
    ("page", "levels"),
    [
        ("### Low\n\ntext", ["/H1"]),
        ("text alone", []),
        ("# A\n\n### C\n\n# B\n\n## D", ["/H1", "/H2", "/H1", "/H2"]),
        ("", []),
    ],
)
def test_any_order_of_headings_can_be_read_aloud(page: str, levels: list[str]) -> None:
    """The standard for reading aloud forbids a skipped level and a document without a title; both are mended."""
    layout = laid_out(
        build(given()), lambda name: page if name == HANDOUT else shipped(name), HANDOUT, ENGLISH, press()
    )
    assert bare(page.replace("#", "")) == spoken(layout.pdf)
    assert reader(layout.pdf).metadata.title  # type: ignore[union-attr]
    assert [str(tag) for tag in _tags(layout.pdf) if str(tag).startswith("/H")] == levels


def _tags(pdf: bytes) -> list[Any]:
    from .test_pdf import structure

    return [each["/S"] for each in structure(reader(pdf)) if "/S" in each]


def test_blocks_nobody_knows_and_nests_without_end_are_plain() -> None:
    """Not a line of them is lost."""
    deep = "".join(f'<div class="stop x{n}" markdown="1">\n\ntext {n}\n\n' for n in range(30)) + "</div>\n\n" * 30
    page = f'# Title\n\n<div class="unknown odd" markdown="1">\n\nKept.\n\n</div>\n\n{deep}'
    layout = laid_out(
        build(given()), lambda name: page if name == HANDOUT else shipped(name), HANDOUT, ENGLISH, press()
    )
    assert spoken(layout.pdf) == "TitleKept." + "".join(f"text{n}" for n in range(30))


PICTURE = "# T\n\n![A body](map:body-front)\n"


@pytest.mark.parametrize("drawing", ["no SVG at all", "<svg"])
def test_a_broken_picture_is_one_sentence(drawing: str) -> None:
    """The printer says what is wrong with it, and nothing else comes out."""
    own = {HANDOUT: PICTURE, "forms/body-front.svg": drawing}
    with pytest.raises(NotPrinted, match="SVG") as problem:
        laid_out(build(given()), lambda name: own.get(name, shipped(name)), HANDOUT, ENGLISH, press())
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    "where", ["/etc/hostname", "ClearSans-Bold.ttf", "http://x.example/x.png", "../style/mplan.css"]
)
def test_a_picture_reaches_no_file(where: str) -> None:
    """An SVG that names a file or an address is refused."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">'
    own = {HANDOUT: PICTURE, "forms/body-front.svg": f'{drawing}<image href="{where}" width="50" height="50"/></svg>'}
    with pytest.raises(NotPrinted, match="SVG"):
        laid_out(build(given()), lambda name: own.get(name, shipped(name)), HANDOUT, ENGLISH, press())


def test_a_style_of_the_practice_is_not_read() -> None:
    """What a PDF looks like is ours alone."""
    own = {"style/mplan.typ": "#panic()", "style/mplan.css": "x"}
    assert printed(given(), lambda name: own.get(name, shipped(name))).pdf == printed(given()).pdf


@for_any(st.text(max_size=200), st.integers(4, 90))
def test_a_head_is_no_wider_than_asked(text: str, most: int) -> None:
    """Whole where it fits, else its beginning."""
    short = shortened(text, most)
    assert units(short) <= max(most, 2)
    assert short == text or text.startswith(short[:-1].rstrip())
