"""Scores in short: `rmdq 11, odi 3 2 - 1 0 2 2 1 3 2, psfs "Lift my daughter" 4`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from . import figure, figures, measure
from .bits import Bit, joined, plain, tokens
from .names import ID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .faults import Faults
    from .figures import Gathered
    from .known import Known

_NOT_GIVEN = frozenset(("-", "/", "x", "."))
"""Typed for an item that was not answered."""
_QUOTED = lazy(r'^(?P<name>[^"]*?)\s*"(?P<words>[^"]+)"\s*(?P<figure>\S.*)?$')
_QUOTES = {ord(c): '"' for c in "\u201c\u201d\u201e\u00ab\u00bb"}
"""Quotes as other keyboards type them."""
_LETTERS = lazy(r"[a-z0-9]+")
_SMALL = frozenset((
    "my", "the", "a", "an", "to", "and", "or", "in", "into", "on", "onto", "of", "off", "for", "from", "with", "at",
    "without", "up", "out", "i", "me", "it", "by",
))  # fmt: skip
_MOST_WORDS = 3


def gather(bit: Bit, known: Known, counts: Mapping[str, int], into: Gathered, faults: Faults) -> None:
    """Read scores, item by item where all answers of a form stand in a row.

    Args:
        counts: how many items each instrument has that is scored from several.
    """
    last: figures.Named | None = None
    activities = False
    for part in _parts(Bit(bit.text.translate(_QUOTES), bit.start)):
        bits = tokens(part)
        end = next((n for n, b in enumerate(bits) if n and _is_answer(b)), 0)
        name = (measure.find(bits[:end], known).id or "") if 0 < end < len(bits) - 1 else ""
        activities = '"' in part.text and (bits[0].word == measure.SELF_WRITTEN or (activities and part.text[0] == '"'))
        if activities:
            _activity(part, known, into, faults)
        elif name in counts and all(_is_answer(b) for b in bits[end:]):
            _items(name, joined(bits[:end]), bits[end:], counts[name], (into, faults))
        else:
            last = figures.part(bits, known, last, into, faults)


def _parts(bit: Bit) -> list[Bit]:
    """What stands between commas and semicolons that are not in quotes."""
    out: list[Bit] = []
    for part in figures.every_part(bit):
        if out and out[-1].text.count('"') % 2:
            out[-1] = bit.cut(out[-1].start - bit.start, part.end - bit.start)
        else:
            out.append(part)
    return out


def _is_answer(bit: Bit) -> bool:
    return bit.text in _NOT_GIVEN or bit.text.isdecimal()


def _items(id: str, name: Bit, given: Sequence[Bit], count: int, out: tuple[Gathered, Faults]) -> None:
    """The answers of a form in printed order."""
    into, faults = out
    answers = ["no answer" if b.text in _NOT_GIVEN else b.text for b in given]
    if len(answers) != count:
        help = "write one figure for each, - for one that was not answered; or the total alone"
        faults.add(joined(given), f"{id} has {count} answers, and here are {len(answers)}.", help)
    elif not into.add(id, None, {"items": answers}):
        faults.add(joined([name, *given]), "There is a figure for this already.", "keep one of the two")


def _activity(part: Bit, known: Known, into: Gathered, faults: Faults) -> None:
    """An activity in the client's words, and how well it goes; words used before are the same activity."""
    match = _QUOTED.match(part.text)
    if match is None or not match["figure"]:
        faults.add(part, "An activity stands in quotes, and its figure behind it.", 'write psfs "Lift my daughter" 4')
        return
    text = figure.written(tokens(part.cut(match.start("figure"))), known.words, faults, False)
    id = activity(match["words"], known)
    if id is None:
        faults.add(part, "No name can be made of these words.", "say it in a few more words")
    elif text and not into.add(f"{measure.SELF_WRITTEN}/{id}", None, {"value": text, "words": match["words"].strip()}):
        faults.add(part, "There is a figure for this already.", "keep one of the two")


def activity(words: str, known: Known) -> str | None:
    """The id of an activity from the client's words: up to three that carry it. The same words are the same activity.

    None where nothing is left, or a key of a record such as `left` is.
    """
    import unicodedata

    ascii = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    found = _LETTERS.findall(ascii)
    kept = [word for word in found if word not in _SMALL] or found
    while kept and not kept[0][0].isalpha():
        kept = kept[1:]
    own = [a.partition("/")[2] for a in known.addresses if a.startswith(f"{measure.SELF_WRITTEN}/")]
    for id in own:
        if set(id.split("-")) == set(kept):
            return id
    name = plain("-".join(kept[:_MOST_WORDS]))
    address = f"{measure.SELF_WRITTEN}/{name}"
    return name if ID.match(name) and measure.find((Bit(address),), known).id == address else None
