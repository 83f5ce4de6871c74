"""Pages of figures for the therapist: all of the library in a grid, and one that follows a file while it is written."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_LOOK = """
html { background: #fff; color: #1c1e21; font: 15px/1.35 "Clear Sans", Verdana, sans-serif }
body { margin: 1rem auto; max-width: 75rem; padding: 0 1rem }
h1 { color: #14535a; font-size: 1.5rem; margin: 0 0 .6rem }
h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem }
img { height: auto; max-width: 100% }
code { color: #4a5057; font-family: inherit; font-size: .85rem }
.grid { display: grid; gap: .6rem; grid-template-columns: repeat(auto-fill, minmax(58mm, 1fr)) }
figure {
  border: 1px solid #c5cace; border-radius: .3rem; break-inside: avoid; display: grid; grid-template-rows: 1fr auto;
  margin: 0; padding: .5rem;
}
figure img { align-self: center; justify-self: center }
figcaption { border-top: 1px solid #c5cace; margin-top: .4rem; padding-top: .3rem }
.rest { columns: 16rem; list-style: none; margin: 0; padding: 0 }
.one { display: grid; justify-items: start }
.one img { width: min(100%, calc(var(--mm) * 3mm)) }
.told { border-left: .3rem solid #9c1a1a; padding-left: .7rem; white-space: pre-wrap }
@media print { @page { margin: 10mm } body { margin: 0; max-width: none; padding: 0 } html { font-size: 9pt } }
"""


class Cell(Struct, frozen=True):
    """An exercise on the page of all figures.

    Attributes:
        svg: its drawing; empty for none.
        alt: what it shows, in words.
        own: whether it is the practice's own.
    """

    id: str
    name: str
    svg: str = ""
    alt: str = ""
    own: bool = False


class Sheet(Struct, frozen=True):
    """All exercises: those drawn, those without a posture to show, and those nobody has drawn."""

    drawn: tuple[Cell, ...]
    nothing: tuple[Cell, ...] = ()
    missing: tuple[Cell, ...] = ()


def sheet_page(sheet: Sheet, fonts: str, language: str) -> str:
    """The page of all figures; it stands alone.

    Args:
        fonts: style that brings the fonts.
        language: tag of the names.
    """
    grid = "".join(map(_cell, sheet.drawn))
    body = f"<h1>Figures: {len(sheet.drawn)} exercises</h1>\n"
    body += f'<div class="grid">\n{grid}</div>\n' if grid else "<p>Nothing is drawn yet.</p>\n"
    body += _listed("No posture to show", sheet.nothing) + _listed("No figure yet", sheet.missing)
    return _page("Figures", body, fonts, language)


def _cell(cell: Cell) -> str:
    own = " · your own" if cell.own else ""
    words = f"<strong>{escape(cell.name)}</strong><br><code>{escape(cell.id)}{own}</code>"
    return f"<figure>{_image(cell.svg, cell.alt)}<figcaption>{words}</figcaption></figure>\n"


def _listed(heading: str, cells: Sequence[Cell]) -> str:
    if not cells:
        return ""
    items = "".join(f"<li>{escape(cell.name)} <code>{escape(cell.id)}</code></li>\n" for cell in cells)
    return f'<h2>{heading}</h2>\n<ul class="rest">\n{items}</ul>\n'


def following_page(name: str, svg: str, alt: str, told: str, seconds: int | None) -> str:
    """A page that shows one figure as its file is now.

    Args:
        svg: the drawing, or the last that could be made; empty for none.
        told: what is wrong with the file, or to be looked at; empty for nothing.
        seconds: after how long the browser reads the page again; None once nobody writes it any more.
    """
    body = f"<h1>{escape(name)}</h1>\n"
    body += f'<div class="one">{_image(svg, alt)}</div>\n<p>{escape(alt)}</p>\n' if svg else ""
    body += f'<p class="told">{escape(told)}</p>\n' if told else ""
    return _page(name, body, "", "en", f'<meta http-equiv="refresh" content="{seconds}">\n' if seconds else "")


def _image(svg: str, alt: str) -> str:
    from .html import millimetres

    data = b64encode(svg.encode()).decode()
    return f'<img alt="{escape(alt)}" style="--mm:{millimetres(svg) or 50:g}" src="data:image/svg+xml;base64,{data}">'


def _page(title: str, body: str, fonts: str, language: str, more: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n{more}'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{fonts}{_LOOK}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
