"""What was seen and felt, in short: `QL R high tender 6, posture head forward, slump L neg R pos`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from . import figure, figures, measure, palpation, posture
from .bits import joined, tokens
from .faults import one_of
from .names import ID
from .places import next_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .bits import Bit
    from .faults import Faults
    from .figures import Gathered
    from .known import Known

_PALPATION = frozenset(("palp", "palpation", "felt"))
_HEADS = frozenset((posture.HEAD, "test", "reflex", "sensation", "girth", "length", "ppt", "balance"))
_STRENGTH = frozenset(("str", "mmt", "strength"))
_MOST_WORDS = 12
_SPACE = lazy(r"[^a-z0-9]+")


def gather(bit: Bit, known: Known, into: Gathered, faults: Faults, felt: bool) -> None:
    """Read what was seen, felt and measured, part by part between its commas.

    Args:
        felt: whether a body part by itself is about what was felt there.
    """
    last: figures.Named | None = None
    stands: Bit | None = None
    for part in figures.every_part(bit):
        bits = tokens(part)
        if stands and posture.goes_on(bits, known):
            posture.gather(bits, stands, known, into, faults)
            continue
        stands = bits[0] if bits[0].word == posture.HEAD else None
        if bits[0].word in _PALPATION:
            palpation.gather(bits[1:] or bits, known, into, faults)
        elif bits[0].word in _HEADS:
            _headed(bits, known, into, faults)
        elif bits[0].word in _STRENGTH and _is_muscle(bits[1:], known):
            _strength(bits[1:], known, into, faults)
        elif not felt and posture.may_be(bits, known):
            help = "put posture before it, or palp: posture L shoulder high"
            faults.add(part, "This may be how it stands, or what you felt.", help)
        elif _is_felt(bits, known, felt):
            palpation.gather(bits, known, into, faults)
        elif _is_test(bits, known):
            _test(bits, known, into, faults)
        elif felt and palpation.names_aspect(bits) and not _has_measure(bits, known):
            palpation.gather(bits, known, into, faults)
        else:
            last = figures.part(bits, known, last, into, faults)


def _is_felt(bits: Sequence[Bit], known: Known, felt: bool) -> bool:
    """Whether a part begins with a body part and goes on with what is felt there."""
    rest = bits[1:] if bits[0].word in figures.SIDES else bits
    if not rest:
        return False
    item = next_item(rest, known, ("place",))
    after = [b for b in rest[item.length :] if b.word not in figures.SIDES]
    named = item.kind == "place" and bool(item.match)
    if not named:
        return False
    if after and palpation.aspect(after) is not None:
        return True
    return felt and not (after and _has_measure(bits, known))


def _has_measure(bits: Sequence[Bit], known: Known) -> bool:
    ends = (n for n, b in enumerate(bits) if figure.begins(b) or b.word in figures.SIDES)
    end = next(ends, len(bits))
    return bool(end) and bool(measure.find(bits[: min(end, _MOST_WORDS)], known))


def _is_test(bits: Sequence[Bit], known: Known) -> bool:
    """Whether words that are no measure stand before a finding such as pos or neg."""
    end = next((n for n, b in enumerate(bits) if b.word in figures.SIDES or figure.is_finding(b)), 0)
    return (
        end > 0 and any(figure.is_finding(b) for b in bits) and not measure.find(bits[: min(end, _MOST_WORDS)], known)
    )


def _test(bits: Sequence[Bit], known: Known, into: Gathered, faults: Faults) -> None:
    """A special test by its name, which no library has to know, and what it gave on each side."""
    end = next(n for n, b in enumerate(bits) if b.word in figures.SIDES or figure.is_finding(b))
    name = joined(bits[:end])
    item = next_item(bits[:end], known, ("place",))
    if item.match and item.length == end:
        faults.add(name, "A body part stands here, and not what was tested.", "name the test: slump L neg R pos")
        return
    near = faults.near(name.word, (*known.library.ids("movement"), *known.library.ids("instrument")))
    if near and not any(address == f"test/{name.word}" for address in known.addresses):
        faults.add(name, "This may be the name of a movement, misspelt.", f"{near} else write test before it")
        return
    named = _named("test", name, faults)
    if named:
        figures.each_side(list(bits[end:]), known, named, into, faults)


def _headed(bits: Sequence[Bit], known: Known, into: Gathered, faults: Faults) -> None:
    """`posture head forward`, `test slump L neg`, `reflex knee L 2+ R 1+`."""
    family, rest = bits[0].word, bits[1:]
    if family == posture.HEAD:
        posture.gather(rest, bits[0], known, into, faults)
        return
    end = next((n for n, b in enumerate(rest) if n and (b.word in figures.SIDES or _begins(b))), 0)
    if not end:
        faults.add(joined(bits), "It is not said what was found.", f"write {family} and its name, then L neg R pos")
        return
    named = _named(family, joined(rest[:end]), faults)
    if named:
        figures.each_side(list(rest[end:]), known, named, into, faults)


def _is_muscle(bits: Sequence[Bit], known: Known) -> bool:
    """Whether a body part and no movement stands behind the word for strength."""
    end = next((n for n, b in enumerate(bits) if figure.begins(b) or b.word in figures.SIDES), 0)
    item = next_item(bits[:end], known, ("place",)) if end else None
    return item is not None and bool(item.match) and item.length == end and not _names_movement(bits[:end], known)


def _names_movement(bits: Sequence[Bit], known: Known) -> bool:
    found = measure.find(bits, known)
    return any(id.startswith("rom/") for id in (found.id or "", *found.several))


def _strength(bits: Sequence[Bit], known: Known, into: Gathered, faults: Faults) -> None:
    """`str quads L 4/5 R 3+/5`: the strength of a muscle or group."""
    item = next_item(bits, known, ("place",))
    if item.match.id is None:
        faults.add(
            joined(bits[: item.length]), "More than one body part may be meant here.", one_of(item.match.several)
        )
        return
    name = figures.Named(f"strength/{item.match.id}", joined(bits[: item.length]))
    figures.each_side(list(bits[item.length :]), known, name, into, faults)


def _begins(bit: Bit) -> bool:
    return figure.begins(bit) or figure.may_begin(bit)


def _named(family: str, name: Bit, faults: Faults) -> figures.Named | None:
    """The address of what was seen or tested, by the name that was typed for it."""
    id = _SPACE.sub("-", name.word).strip("-")
    if not ID.match(id):
        faults.add(name, "This cannot be the name of a test.", "use letters and blanks: slump L neg")
        return None
    return figures.Named(f"{family}/{id}", name)
