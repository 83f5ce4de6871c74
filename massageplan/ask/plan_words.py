"""A line of a plan as one reads it: library names for ids, a dose in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..documents.dose import rows
from ..documents.plain import sentence, text, texts
from ..documents.words import ENGLISH
from ..frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..clinical.drafting.base import Line
    from ..library.catalogue import Library

_SIDES = ("left", "right", "both")


class Names(Frozen):
    """Where names come from.

    Attributes:
        people: names of the professionals one refers to, by id.
        had: visits kept before, on top of which those of this plan come.
    """

    library: Library
    people: Mapping[str, str]
    had: int = 0

    def of(self, kind: str, id: str) -> str | None:
        """A library entry's name; None where it has none of this id."""
        item = self.library.item(kind, id)
        return item.name if item else None

    def said(self, line: Line) -> list[str]:
        """A line of a draft in words, the most telling first."""
        if not isinstance(line.item, dict):
            return [self.use(line.item)] if line.key == "techniques" else str(line.item).split("\n")
        return [each for each in _SAID[line.key](self, line.item) if each]

    def measure(self, address: str, side: str = "") -> str:
        """A figure by its name: `right hip flexion`, `Patient-Specific Functional Scale, lift daughter`."""
        head, _, rest = address.partition("/")
        if head == "rom":
            name = self.of("movement", rest) or _spaced(rest)
        else:
            first = self.of("instrument", head) or _spaced(head)
            name = f"{first}, {_spaced(rest)}" if rest else first
        return f"{side} {name}".strip()

    def place(self, place: str) -> str:
        """A place with the name of the muscle or region: `both quadratus lumborum`."""
        side, _, rest = place.partition(" ")
        if side in _SIDES and rest:
            return f"{side} {self.place(rest)}"
        return _within(self.of("muscle", place) or self.of("region", place) or _spaced(place))

    def use(self, line: str) -> str:
        """A technique in one line, with its name."""
        first, _, rest = line.partition(" ")
        return f"{self.of('technique', first) or _spaced(first)} {_spaced(rest)}".strip()


def _within(name: str) -> str:
    """A name as it stands within a line; what is written in capitals stays so."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _spaced(id: str) -> str:
    return id.replace("-", " ").replace("/", ", ")


def dose(item: Mapping[str, Any]) -> str:
    """The dose of a line of homework in a row: `10 times each side, 2 rounds, 3 days a week`."""
    return ", ".join(f"{row.number} {row.words}".strip() for row in rows(item, ENGLISH))


def _goal(names: Names, item: dict[str, Any]) -> list[str]:
    measures = [names.measure(address, text(item.get("side"))) for address in texts(item.get("measure"))]
    way = [f"{word} {text(item[key])}" for key, word in (("from", "from"), ("to", "to"), ("by", "by")) if key in item]
    return [text(item.get("words")) or _spaced(text(item.get("id"))), _after(", ".join(measures), " ".join(way))]


def _visits(names: Names, item: dict[str, Any]) -> list[str]:
    planned = text(item.get("planned"))
    many = f"visit{'' if planned == '1' else 's'}"
    count = f"{planned} {'more ' if names.had else ''}{many}" if planned else ""
    if names.had and planned.isdecimal() and planned != "1":
        count += f" (visits {names.had + 1} to {names.had + int(planned)})"
    rest = [text(item.get(key)) for key in ("often", "length")]
    over = [f"{word} {text(item[key])}" for key, word in (("over", "within"), ("weeks", "weeks")) if key in item]
    again = f"look again at {' and '.join(texts(item['reassess']))}" if "reassess" in item else ""
    return [", ".join(filter(None, [count, *rest, *over])), again]


def _expect(names: Names, item: dict[str, Any]) -> list[str]:
    what = ", ".join(map(names.measure, texts(item.get("measure"))))
    size = [text(item.get("change")), f"to {text(item['to'])}" if "to" in item else ""]
    by = f"by {text(item['by'])}" if "by" in item else ""
    return [text(item.get("words")), _after(what, " ".join(filter(None, [*size, by])))]


def _technique(names: Names, item: dict[str, Any]) -> list[str]:
    name = names.of("technique", text(item.get("use"))) or _spaced(text(item.get("use")))
    places = ", ".join(map(names.place, texts(item.get("where"))))
    pressure = f"{text(item['pressure'])} pressure" if "pressure" in item else ""
    told = ("use", "where", "length", "pressure", "goal", "words", "how")
    more = [f"{_spaced(key)} {text(held)}" for key, held in item.items() if key not in told]
    head = ", ".join(filter(None, [name, places, text(item.get("length")), pressure, *more]))
    goal = f"for the goal {text(item['goal'])}" if "goal" in item else ""
    return [head, text(item.get("words")), text(item.get("how")), goal]


def _homework(names: Names, item: dict[str, Any]) -> list[str]:
    known = names.of("exercise", text(item.get("do"))) or _spaced(text(item.get("do")))
    words = text(item.get("words"))
    labels = {"weeks": "weeks", "at": "", "with": "with", "where": "", "how": "", "goal": "for the goal"}
    more = [f"{label} {text(item[key])}".strip() for key, label in labels.items() if key in item]
    ways = [f"{_spaced(key)}: {text(item[key])}" for key in ("progress", "stop-if") if key in item]
    return [words or known, dose(item), ", ".join(more), *ways]


def _referral(names: Names, item: dict[str, Any]) -> list[str]:
    who = text(item.get("to"))
    name = names.people.get(who) or _spaced(who)
    profession = _spaced(text(item.get("profession")))
    whom = f"{name} ({profession})" if name and profession else name or profession
    return [f"to {whom}" if whom else "", text(item.get("why"))]


def _withheld(names: Names, item: dict[str, Any]) -> list[str]:
    what = text(item.get("what"))
    known = names.of("technique", what) or names.of("exercise", what) or what
    places = ", ".join(map(names.place, texts(item.get("where"))))
    until = f"until {text(item['until'])}" if "until" in item else ""
    return [", ".join(filter(None, [known, places, until])), text(item.get("why"))]


def _after(what: str, how: str) -> str:
    return f"{sentence(what)}: {how}" if what and how else sentence(what or how)


_SAID: dict[str, Callable[[Names, dict[str, Any]], list[str]]] = {
    "goals": _goal,
    "visits": _visits,
    "expect": _expect,
    "techniques": _technique,
    "homework": _homework,
    "advice": lambda _, item: [text(item.get("say"))],
    "referrals": _referral,
    "withheld": _withheld,
}
