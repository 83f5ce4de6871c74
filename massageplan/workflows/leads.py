"""What stands above a question of an assessment: what to test, what is usual, and what was measured last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask import terminal
from ..ask.answers import found
from ..clinical.measures import all_rows
from ..clinical.reference import SEXES, Person, usual
from ..clinical.scoring import norm_of
from ..clinical.screening import standing
from ..clinical.suggest import MOST_MUSCLES, distinct, limited, limiters
from ..frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..clinical.measures import Measurement
    from ..clinical.screening import Answer
    from ..clinical.suggest import Suggested
    from ..library.catalogue import Library
    from .recording import Work

_SIDES = {"left": "L ", "right": "R ", None: ""}
_SEEN = frozenset(("posture", "test", "strength", "reflex", "sensation"))
_MOST = 8


class Past(Frozen):
    """What earlier records of the client say.

    Attributes:
        last: by address, the newest figure of each side.
        answers: the newest answer to each screening question.
        symptoms: as the newest record lists them.
    """

    last: dict[str, dict[str | None, Measurement]]
    answers: dict[str, Answer]
    symptoms: tuple[Any, ...] = ()

    def of(self, *families: str) -> list[str]:
        """Addresses of some families that have a figure, newest first."""
        own = [address for address in self.last if address.partition("/")[0] in families]
        return sorted(own, key=lambda address: max(row.when for row in self.last[address].values()), reverse=True)

    @property
    def instruments(self) -> list[str]:
        """Instruments that were used, newest first."""
        tops = sorted(
            ((row.when, address) for address, sides in self.last.items() for row in sides.values()), reverse=True
        )
        return list(dict.fromkeys(address.partition("/")[0] for _, address in tops))

    def said(self, address: str) -> str:
        """The last value of each side and its day: `L 14 R 22, 2026-09-07`; empty where there is none."""
        sides = self.last.get(address, {})
        if not sides:
            return ""
        figures = " ".join(f"{_SIDES.get(side, '')}{row.value.text}" for side, row in sides.items())
        told = " (self-reported)" if any(row.self_reported for row in sides.values()) else ""
        return f"{figures}, {max(row.when for row in sides.values())}{told}"


def past(work: Work) -> Past:
    """What earlier records of the client say, as far as it helps to ask."""
    last: dict[str, dict[str | None, Measurement]] = {}
    for row in all_rows(work.folder.entries, work.opened.library):
        if not row.value.is_nothing and row.at in (None, "before", "after"):
            last.setdefault(row.address, {})[row.side] = row
    listed = (entry.document.data.get("symptoms") for entry in reversed(work.folder.entries))
    newest = next((symptoms for symptoms in listed if isinstance(symptoms, list)), [])
    return Past(last, standing(work.folder.entries), tuple(newest))


def first_here(used: Sequence[str], suggested: Sequence[str], is_here: Callable[[str], bool]) -> list[str]:
    """Ids in the order to offer them: used here before, suggested, used elsewhere; each once."""
    here = [id for id in used if is_here(id)]
    return list(dict.fromkeys([*here, *suggested, *used]))


class Lead(Frozen):
    """Lines above the questions about figures."""

    library: Library
    past: Past
    person: Person

    def to_test(self, suggested: Sequence[str]) -> list[str]:
        """Movements to test: what was measured here before, what is suggested, what was measured elsewhere."""
        measured = [address.partition("/")[2] for address in self.past.of("rom") if not address.endswith("/hurts")]
        here = {id.removeprefix("thoraco") for id in suggested}
        ids = distinct(first_here(measured, suggested, lambda id: id.removeprefix("thoraco") in here))[:_MOST]
        return [id for id in ids if self.library.has("movement", id)]

    def movements(self, ids: Sequence[str], columns: int) -> tuple[str, ...]:
        """Movements with what is usual and the last value."""
        return tuple(_columns([self._movement(id) for id in ids], columns - 5))

    def _movement(self, id: str) -> tuple[str, str, str]:
        item = self.library.item("movement", id)
        entry = item.data if item else {}
        norm, unit = usual(entry, self.person), entry.get("unit") or ""
        shown = norm.said("" if unit == "deg" else unit) if norm else ""
        return id.replace("-", " "), shown, self.past.said(f"rom/{id}")

    def muscles(self, data: dict[str, Any], suggested: Suggested) -> tuple[str, ...]:
        """Which muscles to examine: those that limit what was found limited, else those of the region."""
        short = limited(self.library, found(data, ("measures", "rom")), self.person)
        lines = [f"{id.replace('-', ' ')}: {_list(first)}" for id, first in limiters(self.library, short).items()]
        if lines:
            lines.append("(what limits which movement is common teaching, not verified)")
        elif suggested.muscles:
            lines.append(f"look at: {_list(suggested.muscles[:MOST_MUSCLES])}")
        return (*lines, *self._lasts("palpation"))

    def tests(self) -> tuple[str, ...]:
        """What was seen and tested last time."""
        return self._lasts(*_SEEN)

    def scores(self, ids: Iterable[str], data: dict[str, Any]) -> tuple[str, ...]:
        """Instruments to use, how to type them, and the last value of each."""
        lines = []
        for id in ids:
            item = self.library.item("instrument", id)
            if item is None:
                continue
            asks = f"  (ask {id})" if _askable(item.data) else ""
            own = [a for a in self.past.last if a == id or (a.startswith(f"{id}/") and _is_written(item.data))]
            norm = norm_of(item.data, {"sex": SEXES.get(self.person.sex or ""), "age": self.person.age})
            usual = f"  usual at this age {norm:g}" if norm is not None else ""
            lasts = [f"{a.partition('/')[2] or ''} {self.past.said(a)}".strip() for a in own]
            lines.append(f"{id}  {item.name}{asks}{usual}" + (f"  last {'; '.join(lasts)}" if lasts else ""))
        stops = found(data, ("symptoms", 0, "stops-me"))
        if stops and "psfs" in ids:
            lines[_MOST:] = ["what it stops the client from makes good activities for psfs"]
        return tuple(lines[: _MOST + 1])

    def _lasts(self, *families: str) -> tuple[str, ...]:
        shown = self.past.of(*families)[:_MOST]
        return tuple(f"last {_words(address.partition('/')[2])}: {self.past.said(address)}" for address in shown)


def _askable(entry: dict[str, Any]) -> bool:
    block = entry.get("en")
    return (isinstance(block, dict) and bool(block.get("items"))) or _is_written(entry)


def _is_written(entry: dict[str, Any]) -> bool:
    return (entry.get("items") or {}).get("client-written") == "true"


def _words(id: str) -> str:
    return id.replace("/", " ").replace("-", " ")


def _list(ids: Iterable[str]) -> str:
    return ", ".join(id.replace("-", " ") for id in ids)


def _columns(rows: Sequence[tuple[str, str, str]], width: int) -> list[str]:
    """Rows in columns below a head; those that are too long, or all where most are, as sentences."""
    fit = sorted(rows, key=lambda row: len(row[1]))
    while any(len(_line(row, fit)) > width for row in fit):
        fit.pop()
    if 2 * len(fit) < len(rows):
        fit = []
    head = ("", "usual" if any(row[1] for row in fit) else "", "last" if any(row[2] for row in fit) else "")
    out = [_line(head, fit)] if fit else []
    for row in rows:
        out.extend([_line(row, fit)] if row in fit else terminal.wrapped(_said(row), width, 0))
    return out


def _line(row: tuple[str, str, str], rows: Sequence[tuple[str, str, str]]) -> str:
    wide = [max(len(each[n]) for each in rows) for n in (0, 1)]
    return f"{row[0]:<{wide[0]}}  {row[1]:<{wide[1]}}  {row[2]}".rstrip()


def _said(row: tuple[str, str, str]) -> str:
    name, norm, last = row
    told = [f"usual {norm}"] * bool(norm) + [f"last {last}"] * bool(last)
    return f"{name}: {', '.join(told)}" if told else name
