"""A practice that means harm: its texts stay text in every form of a handout, its templates end in one sentence."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from massageplan.errors import HasFindings
from massageplan.text.writer import write
from massageplan.workflows.check import check_practice
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import open_practice

DAY = date(2026, 6, 16)
MARK = "owned"
TEXTS = {
    "html": f"<script>{MARK}()</script></style><img src=http://evil.example/{MARK} onerror={MARK}()>",
    "frames": f"<iframe src=file:///etc/passwd></iframe><link rel=attachment href=/{MARK}>",
    "links": f"![{MARK}](http://evil.example/x.png) [{MARK}](javascript:{MARK}) ![a](figure:../../etc/passwd)",
    "template": "{{ view.__class__.__mro__ }}{% include '/etc/passwd' %}{% for a in view.lines %}" + MARK,
    "typst": f'#include "/etc/passwd" #import "@preview/evil:1.0.0": * #read("/etc/passwd") $ #{MARK} $ \\',
    "typst string": f'"; #panic("{MARK}"); "\\u{{1f4a9}} #image("http://evil.example/a.svg")',
    "calendar": f"x\r\nBEGIN:VALARM\r\nATTACH:http://evil.example/{MARK}\r\nEND:VALARM",
    "style": f"a{{}}}} @import url(http://evil.example/{MARK}.css); }} body{{background:url(//evil.example)}}",
}


def practice(root: Path, text: str) -> Path:
    """One client whose every free text, and that of the practice and its own exercise, is the text given."""
    own = {"name": text, "goal": text, "prepare": [text], "do": [text], "feel": text, "breathe": text, "safe": [text],
           "too-hard": text, "too-easy": text, "stop-if": [text], "ask": text}  # fmt: skip
    line = {"words": text, "how": text, "at": [text], "with": text, "progress": [text], "stop-if": [text]}
    files: dict[str, Any] = {
        "practice.yaml": {
            "format": 0, "name": text, "phone": text, "email": text, "emergency": text, "address": text,
            "therapists": [{"id": "ana", "name": text, "title": text}], "homework": {"pain-rule": text},
        },
        "network.yaml": {"people": [{"id": "doc", "name": text, "profession": text, "phone": text}]},
        "library/exercises/own.yaml": {
            "en": {"reviewed": "false", **own}, "es": {"reviewed": "false", **own},
            "group": "stretch", "regions": ["calf"],
            "dose": {"reps": 5, "often": "daily", "source": "house-rules", "verified": "false"},
            "scope": "remedial-exercise", "sources": ["house-rules"],
        },
        "clients/jd-7k2m/client.yaml": {"name": text, "called": text, "phone": text},
        "clients/jd-7k2m/2026-06-16-plan.yaml": {
            "date": "2026-06-16", "why": text, "goals": [{"id": "a", "words": text}, {"id": "b", "words": text}],
            "expect": {"by": "visit 4", "words": text},
            "homework": [{"do": "own", "often": "2/day", **line}, {"do": "else", "often": "daily", **line}],
            "advice": [text, {"say": text, "do": "sleep-side"}, {"say": text, "sign": "cauda-equina"}],
            "referrals": [{"to": "doc", "why": text}],
        },
    }  # fmt: skip
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(data), encoding="utf-8")
    return root


class Tags(HTMLParser):
    """The tags and attributes of a page, as a browser would find them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.scripts = 0
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what was opened."""
        self.names.add(tag)
        self.scripts += tag == "script"
        self.attributes.extend(attrs)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_texts_stay_texts(text: str, language: str, tmp_path: Path) -> None:
    """In a page, in Markdown, in a PDF and in a calendar; nothing loads, runs, includes or points outside."""
    root = practice(tmp_path, text)
    check_practice(root, DAY)
    sheet = make_handout(open_practice(root), Asked("jd-7k2m", DAY, language=language, anyway=True))
    page = sheet.text()
    seen = Tags(page)
    assert not seen.names & {"iframe", "link", "object", "embed", "base"}
    assert seen.scripts <= 1
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name.endswith("action")]
    targets = [value or "" for name, value in seen.attributes if name in ("src", "href", "srcset", "data")]
    assert not [each for each in targets if not each.startswith(("data:", "sms:", "mailto:", "tel:"))]
    assert MARK in sheet.text("md")
    pdf = sheet.body("pdf")
    assert isinstance(pdf, bytes)
    read = PdfReader(BytesIO(pdf))
    assert MARK in "".join(part.extract_text() for part in read.pages).replace("\n", "")
    assert "root:" not in "".join(part.extract_text() for part in read.pages)
    assert not [name for name in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile") if name in pdf]
    calendar = sheet.body("ics")
    lines = (calendar if isinstance(calendar, str) else calendar.decode()).splitlines()
    assert not [each for each in lines if each.startswith(("ATTACH", "URL"))]


TEMPLATES = {
    "reads a file": "{% include '/etc/passwd' %}",
    "reads the records": "{% include '../clients/jd-7k2m/client.yaml' %}",
    "runs Python": "{{ view.__class__.__base__.__subclasses__() }}",
    "calls": "{{ view.client_first.format(1) }}",
    "loops": "".join(f"{{% for a{n} in view.days %}}" for n in range(7)) + "x" + "{% endfor %}" * 7,
    "includes itself": "{% include 'handout/parts/foot.md.j2' %}",
    "prints a gigabyte": "{{ 'x' * 1000000000 }}",
    "a remote script": "<script src='http://evil.example/x.js'></script>",
    "a frame": "<iframe src='file:///etc/passwd'></iframe>",
}


@pytest.mark.parametrize("part", TEMPLATES.values(), ids=TEMPLATES.keys())
@pytest.mark.parametrize("form", ["html", "md", "pdf"])
def test_templates_end_in_one_sentence(part: str, form: Any, tmp_path: Path) -> None:
    """With the template and its line; the other forms are not half made."""
    root = practice(tmp_path, "Plain words.")
    path = root / "templates" / "handout" / "parts" / "foot.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text(part, encoding="utf-8")
    sheet = make_handout(open_practice(root), Asked("jd-7k2m", DAY, anyway=True))
    with pytest.raises(HasFindings, match=r"^templates/handout/parts/foot\.md\.j2:1: "):
        sheet.body(form)


def test_check_finds_what_can_be_seen_without_data(tmp_path: Path) -> None:
    """What no template may say is a finding of `check`, before anybody prints."""
    root = practice(tmp_path, "Plain words.")
    folder = root / "templates" / "handout" / "parts"
    folder.mkdir(parents=True)
    for name in ("runs Python", "calls", "prints a gigabyte", "a remote script", "a frame"):
        (folder / f"{name.replace(' ', '-').lower()}.md.j2").write_text(TEMPLATES[name], encoding="utf-8")
    found = [each.span.file for each in check_practice(root, DAY).findings if each.name == "broken-template"]
    assert len(found) == 5


@pytest.mark.parametrize(
    "part",
    [
        "![x](http://evil.example/c.png)",
        "![x](file:///etc/passwd)",
        "![x](map:../../../etc/passwd)",
        '#include "/etc/passwd"',
        '#import "@preview/evil:1.0.0"',
    ],
)
def test_what_a_template_points_to_is_only_words(part: str, tmp_path: Path) -> None:
    """A picture that is not ours and a command of the printer are the letters they are, or nothing."""
    root = practice(tmp_path, "Plain words.")
    path = root / "templates" / "handout" / "parts" / "foot.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text(part + "\n", encoding="utf-8")
    sheet = make_handout(open_practice(root), Asked("jd-7k2m", DAY, anyway=True))
    assert "root:" not in sheet.text()
    assert not re.search(r"<img[^>]*src=\"(?!data:)", sheet.text())
    pdf = sheet.body("pdf")
    assert isinstance(pdf, bytes)
    assert "root:" not in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_style_that_loads_is_refused(tmp_path: Path) -> None:
    """A practice may have its own style sheet, and nothing from elsewhere in it."""
    root = practice(tmp_path, "Plain words.")
    path = root / "templates" / "style" / "mplan.css"
    path.parent.mkdir(parents=True)
    path.write_text("@import url(http://evil.example/a.css);", encoding="utf-8")
    with pytest.raises(HasFindings, match=r"^templates/style/mplan\.css: "):
        make_handout(open_practice(root), Asked("jd-7k2m", DAY, anyway=True)).text()


@pytest.mark.parametrize("part", ["stop", "pain", "pair", "ticks", "foot", "masthead", "goal", "advice", "exercise"])
@pytest.mark.parametrize("text", ["## Mine\n\nRing me.\n", "- a\n- b\n", "| a | b |\n|---|---|\n| c | d |\n", ""])
def test_a_part_without_its_block_is_printed_all_the_same(part: str, text: str, tmp_path: Path) -> None:
    """A practice's own part need not keep the blocks of ours."""
    root = practice(tmp_path, "Plain words.")
    path = root / "templates" / "handout" / "parts" / f"{part}.md.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    pdf = make_handout(open_practice(root), Asked("jd-7k2m", DAY, anyway=True)).body("pdf")
    assert isinstance(pdf, bytes)
    shown = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert all(word in shown for word in re.findall(r"[A-Za-z]{2,}", text))
