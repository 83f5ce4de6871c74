"""From the words before a figure to its address: `cerv rot` is `rom/cervical-rotation`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy
from .bits import plain
from .names import ID, NONE, Match, choose, covers, index, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from .bits import Bit
    from .known import Known

_STRENGTH = frozenset(("str", "mmt", "strength"))
_DERIVED = ("homework", "visits", "goal")
_NEEDS_FAMILY = frozenset(("strength", "palpation", "girth", "length", "ppt", "reflex", "test", "posture"))
"""Families whose items are muscles, joints or movements: without the family's name they are never meant."""
SELF_WRITTEN = "psfs"
"""The instrument whose items each client words anew."""
_RESERVED = frozenset((
    "value", "trials", "items", "left", "right", "both", "before", "during", "after", "means", "hurts", "words",
    "share", "printed", "also", "stopped-by", "end-feel", "reproduces", "unit", "method", "position", "scale",
    "version", "recall", "side", "who", "how", "when", "at", "since", "joined", "basis", "source", "note", "true",
    "false", "null",
))  # fmt: skip


_ADDRESS = lazy(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z][a-z0-9]*(-[a-z0-9]+)*)*$")


class _Pool(Frozen):
    """All addresses that a note may write, and which of them the client's records have."""

    exact: dict[str, str]
    library: frozenset[str]
    used: frozenset[str]


def find(bits: Sequence[Bit], known: Known) -> Match:
    """The address that some words stand for, or the several between which nothing decides."""
    typed = [word for b in bits for word in known.words.spelled_out(b.word)]
    pool = _pool(known.library.ids("movement"), known.library.ids("instrument"), known.addresses[:2000], known.symptoms)
    return (
        _exact("-".join(typed), known, pool)
        or _strength(typed, known, pool)
        or _under(typed, known, pool)
        or _written_out(bits, known, pool)
        or _beginning(typed, _expanded(typed, known), known, pool)
        or _beginning(typed, typed, known, pool)
    )


@lru_cache(maxsize=16)
def _pool(
    movements: frozenset[str], instruments: frozenset[str], addresses: tuple[str, ...], symptoms: tuple[str, ...]
) -> _Pool:
    library = frozenset(f"rom/{id}" for id in movements) | instruments
    own = [a.removesuffix("/now") for a in addresses if _may_be_written(a)]
    kinds = [s for s in map(plain, symptoms) if ID.match(s) and s not in _RESERVED]
    exact: dict[str, str] = {}
    for address in (*kinds, *sorted(library), *own):
        exact.setdefault(plain(address), address)
    items: dict[str, set[str]] = {}
    for address in (*library, *own):
        family, _, item = address.partition("/")
        if item and family not in _NEEDS_FAMILY:
            items.setdefault(plain(item), set()).add(address)
    for item, named in items.items():
        if len(named) == 1:
            exact.setdefault(item, named.pop())
    return _Pool(exact, library, frozenset((*own, *kinds)))


def _may_be_written(address: str) -> bool:
    """Whether a figure of this address can be typed, and none of its keys means something else in a record."""
    family, _, item = address.partition("/")
    if _ADDRESS.match(address) is None or family in _DERIVED:
        return False
    return family not in _RESERVED and item not in _RESERVED


def _exact(name: str, known: Known, pool: _Pool) -> Match:
    """A short word, or the whole name of a measure."""
    address = known.words.measures.get(name)
    if address == "pain" and name != "pain" and known.symptoms and "pain" not in known.symptoms:
        rated = [
            s for s in map(plain, known.symptoms) if pool.exact.get(s) == s
        ]  # `n` rates what the client has, pain or not
        return choose(rated, (), ())
    address = address or pool.exact.get(name)
    return Match(address) if address else NONE


def _strength(typed: Sequence[str], known: Known, pool: _Pool) -> Match:
    """`hip abd str`: a movement with the word for strength anywhere in it."""
    rest = [word for word in typed if word not in _STRENGTH]
    if len(rest) == len(typed) or not rest:
        return NONE
    used = frozenset(a.split("/", 1)[1] for a in pool.used if a.startswith("strength/"))
    names = frozenset(a[4:] for a in pool.library if a.startswith("rom/")) | used
    for words in (_expanded(rest, known), rest):
        found = [id for id in index(names).find(words) if _names_motion(id, words)]
        if found:
            return _strengths(_chosen(found, words, used))
    return NONE


def _strengths(match: Match) -> Match:
    return Match(match.id and f"strength/{match.id}", tuple(f"strength/{id}" for id in match.several))


def _under(typed: Sequence[str], known: Known, pool: _Pool) -> Match:
    """`n worst`, `psfs lift`: a short word or name, and words of what the client has below it."""
    for n in (3, 2, 1):
        head = "-".join(typed[:n])
        top = known.words.measures.get(head) or pool.exact.get(head)
        rest = typed[n:]
        if not rest or not top:
            continue
        below = [a for a in pool.used if a.startswith(f"{top}/")]
        found = sorted(a for a in below if covers(rest, words_of(a[len(top) + 1 :])))
        if found:
            full = [a for a in found if len(words_of(a[len(top) + 1 :])) == len(rest)]
            return choose(_parents(found), full, ())
        if top == SELF_WRITTEN and not below:
            return _new(f"{top}/{'-'.join(rest)}")
    return NONE


def _written_out(bits: Sequence[Bit], known: Known, pool: _Pool) -> Match:
    """`psfs/run-ten`, with the slash, begins a new address below a symptom or instrument; `strength/` any movement."""
    text = bits[0].text.lower().rstrip(":")
    family, slash, item = text.partition("/")
    if len(bits) != 1 or not slash:
        return NONE
    if family == "strength":
        return Match(text) if f"rom/{item}" in pool.library else NONE
    known_family = family in pool.library or family in pool.used or family in known.words.measures.values()
    return _new(text) if known_family else NONE


def _new(address: str) -> Match:
    """An address of which no record knows yet."""
    return Match(address) if _may_be_written(address) else NONE


def _expanded(typed: Sequence[str], known: Known) -> list[str]:
    """The words with short ones of movements written out: `cerv sb` is cerv lateral flexion."""
    out: list[str] = []
    at = 0
    while at < len(typed):
        for n in (3, 2, 1):
            meant = known.words.movements.get("-".join(typed[at : at + n])) if at + n <= len(typed) else None
            if meant:
                out.extend(meant)
                at += n
                break
        else:
            out.extend(words_of(typed[at]))
            at += 1
    return out


def _beginning(typed: Sequence[str], words: Sequence[str], known: Known, pool: _Pool) -> Match:
    """Words that begin those of an address; a body part alone is never the name of a measure."""
    places = known.words.places
    if all(word in places or f"{word}s" in places for word in typed) or not _STRENGTH.isdisjoint(typed):
        return NONE
    found = dict.fromkeys((*index(pool.used).find(words), *index(pool.library).find(words)))
    return _chosen(_parents(a for a in found if _is_meant(a, words)), words, pool.used)


def _is_meant(address: str, typed: Sequence[str]) -> bool:
    """Whether enough of an address was typed to mean it: of a movement the motion, of an instrument its first word."""
    family, slash, item = address.partition("/")
    if family == "rom":
        return _names_motion(item, typed)
    if not slash:
        names = words_of(address)
        return covers(typed[:1], names[:1]) and (len(names) == 1 or len(typed) > 1)
    return family not in _NEEDS_FAMILY or any(covers([word], [family]) for word in typed)


def _names_motion(id: str, typed: Sequence[str]) -> bool:
    """Whether more than the first word of a movement was typed, which is the joint."""
    return any(covers([word], words_of(id)[1:]) for word in typed)


def _parents(found: Iterable[str]) -> list[str]:
    """Without addresses below another of them: pain in a movement is not the movement."""
    kept = list(found)
    return [a for a in kept if not any(a.startswith(f"{b}/") for b in kept)]


def _chosen(found: Collection[str], typed: Sequence[str], used: Collection[str]) -> Match:
    """As ever, and of several movements in use the one of which only the joint was left out."""
    full = [a for a in found if len(typed) == len(_item(a)) and covers(typed, _item(a))]
    match = choose(found, full, used)
    joint_only = [a for a in match.several if a in used and len(typed) == len(_item(a)) - 1]
    joint_only = [a for a in joint_only if covers(typed, _item(a)[1:])]
    if len(joint_only) == 1 and all(a.startswith("rom/") or "/" not in a for a in match.several):
        return Match(joint_only[0])
    return match


def _item(address: str) -> tuple[str, ...]:
    """The words of an address without its family."""
    return words_of(address.partition("/")[2] or address)
