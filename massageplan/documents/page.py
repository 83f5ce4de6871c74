"""What a client's page has besides the document: boxes to tick, a text to send, and the script that counts.

All of it is native and of use without the script; what only the script can do is hidden until it runs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from .tokens import BOX, clean_all
from .words import fill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from .html import Writer
    from .view import Tell

_PHONE = re.compile(r"\+?[0-9][0-9 ().\-/]{3,30}")
_MAIL = re.compile(r"[^\s@<>\"',;:?&]+@[^\s@<>\"',;:?&]+\.[^\s@<>\"',;:?&]+")
_BUTTONS = frozenset(("copy", "clear"))
_SCRIPTED = frozenset(("counted", "kept", "copied", "sure"))
"""Blocks that only the script shows."""


def _plain(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


class Page:
    """The parts of one client's page."""

    def __init__(self, tell: Tell, lines: Sequence[str], script: str) -> None:
        """Take what the client tells, the names of the lines of homework in order, and the text of the script."""
        self._tell: Tell = clean_all(tell)  # type: ignore[assignment]
        self._lines = [" ".join(str(clean_all(name)).split()) for name in lines]
        self._script = script if "</" not in script else ""

    @property
    def policy(self) -> str:
        """What is added to the page's policy: this one script may run, and nothing is sent by it or by a form."""
        digest = b64encode(sha256(self._script.encode()).digest()).decode()
        return f"; script-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'"

    @property
    def script(self) -> str:
        """The script, to stand at the end of the page."""
        return f"<script>{self._script}</script>\n"

    def block(self, element: Element, writer: Writer) -> str | None:
        """A block as the page has it; None where it is like in any document."""
        names = set((element.get("class") or "").split())
        if "ticks" in names:
            return self._form(element, writer)
        if "sms" in names:
            return self._link("sms", self._sms(), element, writer)
        if "ring" in names:
            return self._link("ring", self._tel(), element, writer)
        if "mail" in names:
            return self._link("mail", self._mailto(), element, writer)
        if button := names & _BUTTONS:
            name = button.pop()
            return f'<button type="button" class="{name}" hidden>{escape(_plain(element))}</button>\n'
        if "tell" in names:
            return f'<section class="tell">{writer.inside(element)}</section>\n'
        if hidden := names & _SCRIPTED:
            return f'<div class="{hidden.pop()}" hidden>{writer.inside(element)}</div>\n'
        return None

    def _link(self, name: str, address: str, element: Element, writer: Writer) -> str:
        """A link where there is somewhere to send it; else nothing."""
        return f'<p class="send"><a class="{name}" href="{escape(address)}">{escape(_plain(element))}</a></p>\n' * bool(
            address
        )

    def _number(self) -> str:
        """The practice's number as a telephone dials it; empty where it is none."""
        phone = self._tell.phone or ""
        return "".join(c for c in phone if c in "+0123456789") * bool(_PHONE.fullmatch(phone.strip()))

    def _tel(self) -> str:
        return f"tel:{self._number()}" * bool(self._number())

    def _sms(self) -> str:
        number = self._number()
        return f"sms:{number}?&body={quote(self._tell.text, safe='')}" * bool(number)

    def _mailto(self) -> str:
        mail = (self._tell.email or "").strip()
        if not _MAIL.fullmatch(mail):
            return ""
        subject, body = quote(self._tell.subject, safe=""), quote(self._tell.text, safe="")
        return f"mailto:{quote(mail, safe='@')}?subject={subject}&body={body}"

    def _form(self, element: Element, writer: Writer) -> str | None:
        """The grid with real boxes; None where a template has made it something else than a table of days."""
        table = element.find("table")
        rows = [] if table is None else list(table.iter("tr"))
        if table is None or len(rows) < 2 or not rows[0].findall("th"):
            return None
        days = [_plain(cell) for cell in rows[0].findall("th")[1:]]
        free, body, pain = list(enumerate(self._lines, 1)), "", False
        for row in rows[1:]:
            cells = row.findall("td")
            name = _plain(cells[0]) if cells else ""
            line = next((n for n, each in free if each == name), None)
            free = [pair for pair in free if pair[0] != line]
            asks_pain = line is None and not pain and bool(cells) and not any(map(_plain, cells[1:]))
            pain = pain or asks_pain
            body += _Row(self._tell, name, line, asks_pain).written(cells, days, writer)
        head = writer.inside(rows[0])
        inside = f"<thead><tr>{head}</tr>\n</thead><tbody>{body}</tbody>"
        key = escape(self._tell.key)
        grid = f'<form autocomplete="off" data-key="{key}">{writer.scrolling(table, inside)}</form>\n'
        return f'<div class="ticks">{grid}</div>\n'


class _Row:
    """One row of the grid; `line` is the number of its homework line, None for another."""

    def __init__(self, tell: Tell, name: str, line: int | None, pain: bool) -> None:
        self._tell, self._name, self._line, self._pain = tell, name, line, pain

    def written(self, cells: Sequence[Element], days: Sequence[str], writer: Writer) -> str:
        """The whole row."""
        out = ""
        for n, cell in enumerate(cells):
            day = days[n - 1] if 0 < n <= len(days) else ""
            at = f' data-day="{escape(day)}"' if n else ""
            inside = self._cell(cell, day) if n else None
            out += f"<td{at}>{writer.inside(cell) if inside is None else inside}{'' if n else self._count(cells)}</td>"
        return f"<tr>{out}</tr>\n"

    def _count(self, cells: Sequence[Element]) -> str:
        """Where the script says how many boxes are ticked."""
        if self._line is None:
            return ""
        boxes = [_boxes(cell) for cell in cells[1:]]
        pattern = self._tell.days if None in boxes else self._tell.count
        words = escape(fill(pattern, {"m": sum(filter(None, boxes))}))
        return f' <span class="count" data-line="{self._line}" data-words="{words}" hidden></span>'

    def _cell(self, cell: Element, day: str) -> str | None:
        """The boxes of a day or the field for its pain; None for a cell that stays as it is."""
        boxes = _boxes(cell)
        if self._pain and boxes is None:
            label = escape(fill(self._tell.pain, {"day": day}))
            return f'<input type="number" min="0" max="10" step="1" inputmode="numeric" aria-label="{label}">'
        if self._line is None or boxes == 0:
            return None
        if boxes is None:
            return self._box(day, 1, 1, " open")
        return "".join(self._box(day, n, boxes) for n in range(1, boxes + 1))

    def _box(self, day: str, n: int, of: int, more: str = "") -> str:
        pattern = self._tell.single if of == 1 else self._tell.box
        label = escape(fill(pattern, {"name": self._name, "day": day, "n": n, "m": of}))
        return f'<input type="checkbox" class="tick{more}" data-line="{self._line}" aria-label="{label}">'


def _boxes(cell: Element) -> int | None:
    """Boxes that a cell has; None for an empty cell, 0 for one with words."""
    text = "".join(cell.itertext()).strip()
    return text.count(BOX) if text else None
