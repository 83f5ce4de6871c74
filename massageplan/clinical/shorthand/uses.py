"""What was done: `petrissage R QL 10 min, mfr TL fascia, heat` becomes the lines of `did`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ...patterns import lazy
from .bits import joined, parts, tokens
from .faults import one_of
from .names import ID
from .places import near_names, next_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .known import Known

DEFAULT = "massage"
"""The technique where only places are named."""

_WHOLE = {"as-planned": "as planned", "planned": "as planned", "per-plan": "as planned", "as-per-plan": "as planned",
          "none": "none", "nothing": "none", "unknown": "unknown"}  # fmt: skip
_ROUTINE = lazy(r"^routine-[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_TIME = lazy(r"^(?P<n>[0-9]{1,3}([.,][0-9]{1,2})?(-[0-9]{1,3})?)(?P<unit>min|mins|minutes|m|h|s|sec|')?$")
UNKNOWN = "No technique or body part is known by this word."
"""Said of a word in a line of techniques that nothing knows."""

_UNITS = {"min": "min", "mins": "min", "minutes": "min", "minute": "min", "m": "min", "'": "min", "h": "h", "hour": "h",
          "s": "s", "sec": "s", "seconds": "s"}  # fmt: skip
_REMARK = lazy(r"^\([^()]*\S[^()]*\)$")
_PLUS = frozenset(("+", "and", "&"))
_SMALL = frozenset(("to", "on", "for", "over", "the", "of", "with"))


class _Use(Frozen):
    """One technique as far as it was read.

    Attributes:
        groups: places between plus signs, each group with its side if it has one.
    """

    technique: str | None
    groups: tuple[tuple[str | None, tuple[str, ...]], ...]
    length: str | None
    remark: str | None


def read(bit: Bit, known: Known, faults: Faults) -> Any:
    """The value of `did`; None if nothing of it could be read."""
    whole = bit.word
    if whole in _WHOLE or _ROUTINE.match(whole):
        return _WHOLE.get(whole) or f"routine {whole.removeprefix('routine-')}"
    lines: list[Any] = []
    named = False
    for part in _spelled_out(parts(bit), known):
        use = _Reader(tokens(part), known, faults).read()
        if use is None:
            continue
        if use.technique is None and named:
            help = "name the technique again, or put + between the places of one technique"
            faults.add(part, "It is not said which technique this place belongs to.", help)
            continue
        named = named or use.technique is not None
        lines.append(_line(use))
    return lines or None


def _spelled_out(found: Sequence[Bit], known: Known) -> list[Bit]:
    """The parts, those that are a phrase of the practice replaced by the parts it stands for."""
    out: list[Bit] = []
    for part in found:
        meant = None if part.phrase else known.words.phrases.get(part.word)
        use = meant is not None and not ID.match(meant.lower())
        out.extend(parts(part.spelled(meant, part.text)) if use and meant else [part])
    return out


def _line(use: _Use) -> Any:
    """One line where one side holds for all places, else the map that can say more."""
    technique = use.technique or DEFAULT
    sides = {side for side, _ in use.groups if side}
    if len(sides) < 2:
        words = [technique, *sides, *(place for _, places in use.groups for place in places)]
        return " ".join([*words, *(x for x in (use.length, use.remark) if x)])
    where = [f"{side} {place}" for side, places in use.groups for place in places]
    more = {"length": use.length, "note": use.remark and use.remark[1:-1].strip()}
    return {"use": technique, "where": where, **{key: text for key, text in more.items() if text}}


class _Reader:
    """Reads one part word by word."""

    def __init__(self, bits: list[Bit], known: Known, faults: Faults) -> None:
        self._bits, self._known, self._faults = bits, known, faults
        self._technique: str | None = None
        self._groups: list[tuple[str | None, list[str]]] = [(None, [])]
        self._length: str | None = None
        self._remark: str | None = None

    def read(self) -> _Use | None:
        """What the part says; None if there is a fault in it."""
        before, at = len(self._faults), 0
        while at < len(self._bits):
            at += self._plain(at) or self._named(at)
        whole = joined(self._bits)
        groups = tuple((side, tuple(places)) for side, places in self._groups)
        sides = [side for side, _ in groups]
        if len(self._faults) == before:
            if not all(places for _, places in groups) and (len(groups) > 1 or sides[0]):
                self._faults.add(whole, "A side or a plus stands here without a body part.", "write R ql + lats")
            elif self._technique is None and not groups[0][1]:
                self._faults.add(whole, "There is neither a technique nor a body part here.", "write did mfr R ql")
            elif len({s for s in sides if s}) > 1 and None in sides:
                self._faults.add(whole, "Some of these places have a side and some have none.", "give each its side")
        return _Use(self._technique, groups, self._length, self._remark) if len(self._faults) == before else None

    def _plain(self, at: int) -> int:
        """A length, a remark, a plus or a small word; how many words it took."""
        bit = self._bits[at]
        if bit.text in ("+", "&") or bit.word in _PLUS:
            self._groups.append((None, []))
            return 1
        if bit.text.startswith("("):
            if not _REMARK.match(bit.text) or self._remark or at + 1 < len(self._bits):
                self._faults.add(bit, "A remark stands once, in round brackets, at the end.", "move it to the end")
            self._remark = bit.text
            return 1
        if time := _TIME.match(bit.text.lower()):
            return self._time(at, time["n"], time["unit"])
        return int(bit.word in _SMALL)

    def _time(self, at: int, number: str, unit: str | None) -> int:
        follows = self._bits[at + 1].word if at + 1 < len(self._bits) and not unit else ""
        if not unit and follows not in _UNITS:
            self._faults.add(self._bits[at], "A number stands here without its unit.", f"write {number} min")
            return 1
        if self._length:
            self._faults.add(self._bits[at], "The time stands here a second time.", "put a comma between techniques")
        self._length = f"{number} {_UNITS[unit or follows]}"
        return 1 if unit else 2

    def _named(self, at: int) -> int:
        """A side, technique or place; how many words it took."""
        bits = self._bits[at:]
        item = next_item(bits, self._known)
        here = joined(bits[: item.length])
        if item.match.several:
            self._faults.add(here, f"More than one {item.kind} may be meant here.", one_of(item.match.several))
        elif item.kind == "technique":
            if self._technique:
                self._faults.add(here, "A second technique stands here.", "put a comma between techniques")
            self._technique = item.match.id
        elif item.kind == "side":
            side, places = self._groups[-1]
            if side:
                self._faults.add(here, "A second side stands here.", "put + between places of different sides")
            self._groups[-1] = (item.match.id, places)
        elif item.match.id:
            self._groups[-1][1].append(item.match.id)
        else:
            help = "put a remark in round brackets, or add the word to phrases: in practice.yaml"
            self._faults.unknown(here, UNKNOWN, near_names(here.word, self._known), help)
        return item.length
