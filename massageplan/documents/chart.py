"""A client's whole record as a page: what `mplan show` prints, with the body map. For the therapist alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .view import Paper, Picture, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEEPEST = 6
"""Lists inside each other that a page has; what lies deeper stands in the sixth."""


STANDING = "Now: "
"""Begins the lines on where the course stands."""


class Line(Struct, frozen=True):
    """A line of the chart; `depth` 0 stands by itself, 1 and more in lists inside each other."""

    depth: int
    text: str


class Section(Struct, frozen=True, kw_only=True):
    """A record, or where the course stands.

    Attributes:
        head: its first line; empty where that is the head of the page.
        lines: the others.
    """

    head: str = ""
    lines: tuple[Line, ...] = ()


class ChartView(View, frozen=True, kw_only=True):
    """The page.

    Attributes:
        name: the first line: who it is.
        first: what is known of them, and where the course stands.
        records: the rest, oldest first.
        drawn: the moment of the record whose symptoms the map shows; None where there is no map.
        said: the map in words.
        lacking: what the map has no place for, in a sentence.
    """

    name: str
    first: tuple[Section, ...] = ()
    records: tuple[Section, ...] = ()
    drawn: str | None = None
    said: str = ""
    lacking: str | None = None


def chart(
    lines: Sequence[str],
    paper: Paper,
    drawn: str | None = None,
    maps: tuple[Picture, ...] = (),
    lacking: str | None = None,
) -> ChartView:
    """The page of a chart.

    Args:
        lines: as printed: two spaces for each step inwards, an empty line before each record.
        drawn: the moment of the record that the map shows.
        maps: `map:now` and `map:key`, where it has a map.
        lacking: what it does not show.
    """
    parts = list(_parts(lines)) or [[""]]
    whole = [Section(head=_joined(part[0]), lines=_lines(part[1:])) for part in parts]
    standing = 1 + sum(part[0].startswith(STANDING) for part in parts[1:2])
    return ChartView(
        name=whole[0].head,
        paper=paper,
        maps=maps,
        first=(replace(whole[0], head=""), *whole[1:standing]),
        records=tuple(whole[standing:]),
        drawn=drawn,
        said=maps[0].said if maps else "",
        lacking=lacking,
    )


def _parts(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines between empty ones."""
    part: list[str] = []
    for line in lines:
        if line.strip():
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _joined(line: str) -> str:
    """A head, whose words stand apart by two spaces."""
    return " · ".join(filter(None, (piece.strip() for piece in line.split("  "))))


def _lines(lines: Sequence[str]) -> tuple[Line, ...]:
    """Each with its depth, never more than one deeper than the one before."""
    out: list[Line] = []
    for line in lines:
        text = line.lstrip(" ")
        depth = min((len(line) - len(text)) // 2, DEEPEST, (out[-1].depth if out else 0) + 1)
        out.append(Line(depth, text.removeprefix("- ")))
    return tuple(out)
