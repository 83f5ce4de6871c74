"""The documents as PDF: every word in order, inside the margins, in our fonts, to be read aloud, on few pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

import pytest
from pypdf import PdfReader

from massageplan.documents.handout import build
from massageplan.documents.paper import laid_out
from massageplan.documents.render import grown, on_paper
from massageplan.documents.tokens import BOX, RULE
from massageplan.documents.view import PracticeCard
from massageplan.documents.words import ENGLISH
from massageplan.store.practice import PracticeFiles
from massageplan.store.resources import press
from massageplan.workflows.agreement import Asked as AskedAgreement
from massageplan.workflows.agreement import make_agreement
from massageplan.workflows.forms import Asked as AskedForm
from massageplan.workflows.forms import make_form
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import open_practice

from .conftest import TEMPLATES, given, shipped
from .paper_text import Piece, bare, fonts, pieces, reader, spoken
from .test_browser import RIVERSIDE
from .test_drafted_agreements import CODES, drafted

if TYPE_CHECKING:
    from collections.abc import Callable

    from massageplan.workflows.printing import Sheet

DAY = date(2026, 9, 7)
REGIONS = sorted(path.stem for path in (TEMPLATES.parent / "massageplan" / "library" / "regions").iterdir())
KINDS = ("letter", "a4", "large")
SIDES = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
EDGE = 6.7 / 25.4 * 72
"""Points from each edge where printers may not print."""


def handout(kind: str = "letter", client: str = "jane") -> Sheet:
    """The handout of the README, on Letter, on A4 or in large letters."""
    paper = "a4" if kind == "a4" else "letter"
    asked = Asked(client, DAY, paper=paper, next_visit="2026-09-14", large=kind == "large")
    return make_handout(open_practice(RIVERSIDE), asked)


def form(name: str, client: str | None = None, kind: str = "letter", region: str | None = None) -> Sheet:
    """A form, blank or for a client."""
    paper = "a4" if kind == "a4" else "letter"
    asked = AskedForm(name, client, date(2026, 10, 6), paper=paper, region=region, large=kind == "large")
    return make_form(open_practice(RIVERSIDE), asked)


def agreement(kind: str = "letter") -> Sheet:
    """The page both sign."""
    paper = "a4" if kind == "a4" else "letter"
    asked = AskedAgreement("jane", DAY, paper=paper, large=kind == "large")
    return make_agreement(open_practice(RIVERSIDE), asked)


SHEETS: dict[str, Callable[[str], Sheet]] = {
    "handout": handout,
    "agreement": agreement,
    "intake": lambda kind: form("intake", None, kind),
    "intake of a client": lambda kind: form("intake", "jane", kind),
    "consent": lambda kind: form("consent", None, kind),
    "consent of a client": lambda kind: form("consent", "marek", kind),
    "reassessment": lambda kind: form("reassessment", None, kind),
    "reassessment of a client": lambda kind: form("reassessment", "jane", kind),
}


def words_of(element: Element) -> str:
    """All that an element says, numbered lists with their numbers, what is drawn left out."""
    drawn = (element.get("src") or "").startswith(("map:", "figure:"))
    said = element.get("alt") or "" if element.tag == "img" and not drawn else ""
    said += element.text or ""
    for n, child in enumerate(element, 1):
        said += (str(n) if element.tag == "ol" else "") + words_of(child) + (child.tail or "")
    return said.replace(BOX, "").replace(RULE, "")


def tree_of(sheet: Sheet) -> Element:
    """The tree the sheet is written from."""
    return grown(on_paper(sheet.view), sheet.load, sheet.template, sheet.words or ENGLISH)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SHEETS)
def test_all_of_the_tree_is_on_paper_in_its_order(name: str, kind: str) -> None:
    """Not a word more or less, none cut by an edge, all in Clear Sans, nothing that does not fit, and a title."""
    sheet = SHEETS[name](kind)
    layout = sheet.layout()
    assert spoken(layout.pdf).replace("•", "") == bare(words_of(tree_of(sheet)))
    assert (layout.overfull, layout.lacking) == ((), ())
    _inside(pieces(layout.pdf), "a4" if kind == "a4" else "letter")
    found = fonts(layout.pdf)
    assert {font.name.partition("+")[2].partition("-")[0] for font in found} == {"ClearSans"}
    assert all(font.embedded for font in found)
    root: Any = reader(layout.pdf).trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"]), "/StructTreeRoot" in root) == ("en", True, True)


def _inside(found: list[Piece], paper: str) -> None:
    width, height = SIDES[paper]
    assert [p for p in found if p.left < EDGE or p.right > width - EDGE] == []
    assert [p for p in found if p.base < EDGE or p.base + p.size * 0.75 > height - EDGE] == []


@pytest.mark.parametrize(
    ("sheet", "pages"),
    [
        (lambda: handout("letter"), 1),
        (lambda: handout("a4"), 1),
        (lambda: handout("large"), 3),
        (lambda: agreement("letter"), 1),
        (lambda: agreement("large"), 2),
        (lambda: form("intake"), 2),
        (lambda: form("intake", "jane"), 2),
        (lambda: form("consent", "marek"), 1),
        (lambda: form("reassessment"), 1),
        (lambda: form("reassessment", "bell"), 1),
        (lambda: form("reassessment", "jane"), 2),
    ],
)
def test_few_pages(sheet: Callable[[], Sheet], pages: int) -> None:
    """What is to be one page is one, and the count told is that of the file."""
    layout = sheet().layout()
    assert (layout.pages, len(reader(layout.pdf).pages)) == (pages, pages)


def test_a_sheet_with_nothing_in_its_foot_is_printed() -> None:
    """No number, no next visit, nobody who helps, and no homework."""
    view = build(given(items=(), next_visit=None, confidence=None, practice=PracticeCard(name="Riverside")))
    assert laid_out(view, shipped, "handout/handout.md.j2", ENGLISH, press()).pages == 1


@pytest.mark.parametrize("region", REGIONS)
def test_the_questions_of_each_region_fit_the_sheet(region: str) -> None:
    """The shorter paper decides."""
    assert form("intake", None, "letter", region).layout().pages == 2


@pytest.mark.parametrize("code", CODES)
def test_the_agreement_of_each_drafted_plan_is_one_page(code: str, tmp_path: Path) -> None:
    """As long as its text and names may be, with every word."""
    day = drafted(code, tmp_path)
    sheet = make_agreement(open_practice(tmp_path), AskedAgreement(code, day))
    layout = sheet.layout()
    assert layout.pages == 1
    assert spoken(layout.pdf).replace("•", "") == bare(words_of(tree_of(sheet)))


def test_type_is_as_large_as_the_page_allows() -> None:
    """Text of 12 points at least; in large print nothing the client reads is below 15, and steps have 18."""
    record = "2026-09-07-plan·madewithmassageplan·wordsnotyetcheckedbyaclinician"
    usual = [p for p in pieces(handout("letter").layout().pdf) if not p.text.strip().isdigit()]
    assert bare("".join(p.text for p in usual if p.size < 11.4)) == record
    large = [p for p in pieces(handout("large").layout().pdf) if not p.artifact and not p.text.strip().isdigit()]
    assert bare("".join(p.text for p in large if p.size < 14.9)) == record
    assert {round(p.size) for p in large if p.text.startswith("Lie on your back")} == {18}


def test_pages_after_the_first_say_whose_they_are() -> None:
    """A running head with title, name and number, as decoration; page 1 says that more follow."""
    found = [p for p in pieces(agreement("large").layout().pdf) if p.artifact]
    heads = {page: bare("".join(p.text for p in found if p.page == page)) for page in (1, 2)}
    assert heads == {1: "page1of2", 2: "Ourplan·JaneDoepage2of2"}


def test_the_same_bytes_again() -> None:
    """In this process and in another: no date, no chance."""
    once = handout().layout().pdf
    assert handout().layout().pdf == once
    code = (
        "import sys, hashlib; from tests.documents.test_pdf import handout;"
        "print(hashlib.sha256(handout().layout().pdf).hexdigest())"
    )
    again = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TEMPLATES.parent
    )
    assert again.stdout.strip() == sha256(once).hexdigest()
    assert b"CreationDate" not in once


def test_pictures_have_words_and_all_fonts_have_the_same_letters() -> None:
    """The outlines of the body are figures with an alt; the press knows Clear Sans by its letters."""
    pdf = form("intake").layout().pdf
    alts = [str(each["/Alt"]) for each in structure(reader(pdf)) if "/Alt" in each]
    assert alts == ["Outline of a body from the front", "Outline of a body from behind"]
    assert {ord(letter) for letter in "aZ0–’“…≥°éñßłŞДΩ\u00a0"} <= press().letters
    assert not {ord(letter) for letter in "✓☐漢ש\u200d"} & press().letters


def structure(opened: Any) -> list[Any]:
    """Every element of the tag tree."""
    found: list[Any] = []
    waiting = [opened.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0).get_object()
        found.append(element)
        inside = element.get("/K", []) if hasattr(element, "get") else []
        for child in inside if isinstance(inside, list) else [inside]:
            if hasattr(child.get_object(), "get"):
                waiting.append(child)
    return found


def test_no_folder_but_the_fonts_is_needed(tmp_path: Path) -> None:
    """A home that is not there, a folder that cannot be written, and nothing left behind."""
    code = "from tests.documents.test_pdf import handout; print(handout().layout().pages)"
    environment = {"PATH": "", "HOME": str(tmp_path / "none"), "PYTHONPATH": ":".join(sys.path)}
    tmp_path.chmod(0o500)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert done.stdout.strip() == "1"
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


def test_every_client_of_the_example_can_be_printed() -> None:
    """Whatever their plans hold."""
    for code in PracticeFiles(RIVERSIDE).codes():
        layout = form("intake", code).layout()
        assert layout.overfull == ()


def test_another_language_is_said_and_runs_in_the_head() -> None:
    """Spanish words on each page, the language in the file, and all letters in the font."""
    sheet = make_handout(open_practice(RIVERSIDE), Asked("jane", DAY, large=True, language="es"))
    layout = sheet.layout()
    root: Any = reader(layout.pdf).trailer["/Root"]
    assert root["/Lang"] == "es"
    assert layout.lacking == ()
    assert spoken(layout.pdf).replace("•", "") == bare(words_of(tree_of(sheet)))
    assert sheet.words is not None
    said = bare(sheet.words.gettext("page {page} of {pages}", page=2, pages=layout.pages))
    assert said in bare("".join(p.text for p in pieces(layout.pdf) if p.artifact and p.page == 2))


@pytest.mark.browser
@pytest.mark.parametrize("name", SHEETS)
def test_the_file_is_sound(name: str, tmp_path: Path) -> None:
    """By the judgement of a reader of its own."""
    qpdf = shutil.which("qpdf")
    assert qpdf, "qpdf is needed for tests with the marker `browser`"
    file = tmp_path / "sheet.pdf"
    file.write_bytes(SHEETS[name]("letter").layout().pdf)
    done = subprocess.run([qpdf, "--check", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, "No syntax or stream encoding errors" in done.stdout) == (0, True)


@pytest.mark.parametrize("lines", [1, 3, 5, 7, 10, 14])
@pytest.mark.parametrize("large", [False, True])
def test_the_number_of_pages_said_is_the_number_there_is(lines: int, large: bool) -> None:
    """However the fit was found; and whatever words of the document look like a count."""
    item = {"do": "knee-roll", "words": "slow and small " * 12, "at": "after lunch"}
    view = build(given(client="/Type/Pages/Count 900", items=(item,) * lines, large=large))
    layout = laid_out(view, shipped, "handout/handout.md.j2", ENGLISH, press())
    read = PdfReader(BytesIO(layout.pdf))
    assert layout.pages == len(read.pages)
    texts = "\n".join(page.extract_text() for page in read.pages)
    said = set(re.findall(r"page\s+[0-9]+\s+of\s+([0-9]+)", texts))
    assert said == (set() if layout.pages == 1 else {str(layout.pages)})
