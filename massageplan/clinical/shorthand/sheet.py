"""The pieces of a note put together: which key each writes, what stands twice, what does not go together."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ...patterns import lazy
from ...records.care import NOT_KEPT
from . import answers, done, measure, uses
from .bits import joined, pieces, tokens
from .figures import Gathered, gather, has_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .bits import Bit
    from .faults import Faults
    from .known import Known
    from .words import Words

MAX_PIECES = 1000

_WORD = lazy(r"\S+")

_READERS: dict[str, Callable[[Bit, Known, Faults], Any]] = {
    "visit": answers.visit,
    "start": answers.start,
    "length": answers.length,
    "where": answers.text,
    "present": answers.text,
    "said": answers.text,
    "history": answers.history,
    "consented": answers.consented,
    "did": uses.read,
    "products": answers.products,
    "positioning": answers.text,
    "comfort": answers.text,
    "response": answers.text,
    "adverse": answers.adverse,
    "taught": answers.text,
    "homework-done": done.read,
    "decision": answers.decision,
    "because": answers.text,
    "next": answers.text,
    "gave": answers.text,
    "fee": answers.text,
    "note": answers.text,
}

ORDER = (
    "visit", "attended", "start", "length", "where", "present", "said", "history", "consented", "measures", "did",
    "products", "positioning", "comfort", "response", "adverse", "taught", "homework-done", "decision", "because",
    "next", "gave", "fee", "note",
)  # fmt: skip
"""Keys that a note writes, in the order of the schema of a session."""

_ONLY_IF_HELD = ("visit", "consented", "did", "products", "positioning", "comfort", "response")


class Head(Frozen):
    """The first words of a piece: the key they write, and what stands behind them."""

    key: str
    at: Bit
    rest: Bit


class Form(Frozen):
    """What a kind of record takes of a line.

    Attributes:
        name: what a line of it is called.
        heads: first words of a piece, and the key they write.
        attended: words that are a piece by themselves, and what they say of how a visit was kept.
        readers: what reads the rest of a piece, by key.
        order: all keys, in the order of the schema.
        help: how a piece may begin.
    """

    name: str
    heads: Mapping[str, str]
    attended: Mapping[str, str]
    readers: Mapping[str, Callable[[Bit, Known, Faults], Any]]
    order: tuple[str, ...]
    help: str


def of_visit(words: Words) -> Form:
    """The form of a visit."""
    help = "begin with said:, did, hw or next:, or the name of a figure"
    return Form("note", words.heads, words.attended, _READERS, ORDER, help)


class Sheet:
    """One note while it is read."""

    def __init__(self, known: Known, faults: Faults, form: Form) -> None:
        self._known, self._faults, self._form = known, faults, form
        self._data: dict[str, Any] = {}
        self._heads: dict[str, Bit] = {}
        self._figures = Gathered()

    def read(self, line: Bit) -> dict[str, Any]:
        """The data of the whole line."""
        self._pieces(line)
        self._together()
        if tree := self._figures.tree():
            self._data["measures"] = tree
        return {key: self._data[key] for key in self._form.order if key in self._data}

    def _pieces(self, line: Bit) -> None:
        found, unclosed = pieces(line)
        for quote in unclosed:
            self._faults.add(quote, "This quote is never closed.", 'put a " behind the text')
        if len(found) > MAX_PIECES:
            self._faults.add(found[MAX_PIECES], f"A note may have {MAX_PIECES} pieces.", "write a session record")
        for piece in found[:MAX_PIECES]:
            self._piece(piece)

    def _piece(self, bit: Bit) -> None:
        words = self._known.words
        meant = None if bit.phrase else words.phrases.get(bit.word)
        if meant is not None:
            self._pieces(bit.spelled(meant, bit.text))
        elif attended := self._form.attended.get(bit.word):
            if self._first("attended", bit):
                self._data["attended"] = attended
        elif head := self._head(bit):
            self._headed(head)
        elif minutes := self._minutes(bit):
            if self._first("length", bit):
                self._data["length"] = minutes
        else:
            self._headless(bit)

    def _minutes(self, bit: Bit) -> str | None:
        """How long a visit took, where the piece says that alone."""
        return answers.duration(bit.text) if "length" in self._form.order and not bit.text.isdigit() else None

    def _head(self, bit: Bit) -> Head | None:
        """The head, with a colon behind it or without."""
        heads = self._form.heads
        before, colon, _ = bit.text.partition(":")
        if colon and (key := heads.get(bit.cut(0, len(before)).word)):
            return Head(key, bit.cut(0, len(before)).stripped(), bit.cut(len(before) + 1).stripped())
        ends = [m.end() for m in islice(_WORD.finditer(bit.text), 2)]
        for end in reversed(ends):
            if key := heads.get(bit.cut(0, end).word):
                return Head(key, bit.cut(0, end), bit.cut(end).stripped())
        return None

    def _headed(self, head: Head) -> None:
        if not self._first(head.key, head.at):
            return
        if not head.rest.text:
            self._faults.add(head.at, "Nothing stands behind this word.", "write it, or leave the piece out")
            return
        value = self._form.readers[head.key](head.rest, self._known, self._faults)
        if value is not None:
            self._data[head.key] = value

    def _first(self, key: str, at: Bit) -> bool:
        """Whether this key was not written before; a second one is a fault."""
        if key in self._heads:
            self._faults.add(at, f"{key} stands here a second time.", "keep one of the two, or join them")
            return False
        self._heads[key] = at
        return True

    def _headless(self, bit: Bit) -> None:
        """A piece with figures, or one whose first word is unknown."""
        bits, words, form = tokens(bit), self._known.words, self._form
        kept = next((n for n in (3, 2, 1) if len(bits) > n and joined(bits[:n]).word in form.attended), 0)
        if kept:
            message = "Nothing may stand behind a word for how the visit was kept."
            self._faults.add(
                joined(bits[kept:]), message, "put a semicolon, and what more there is behind said:, next: or note:"
            )
            return
        if has_figure(bits) or measure.find(bits[:1], self._known):
            gather(bit, self._known, self._figures, self._faults)
            return
        near = (*form.heads, *form.attended, *words.measures, *words.phrases)
        self._faults.unknown(bits[0], f"No piece of a {form.name} begins with this word.", near, form.help)

    def _together(self) -> None:
        """What one piece asks of the others."""
        attended, decision = self._data.get("attended"), self._data.get("decision")
        for key in _ONLY_IF_HELD:
            if attended in NOT_KEPT and key in self._data:
                message = f"A visit that was {attended.replace('-', ' ')} has no {key}."
                self._faults.add(self._heads[key], message, "delete this piece, or the word for how it was kept")
        if decision and decision != "continue" and "because" not in self._data:
            message = "A decision other than to continue needs its reason."
            self._faults.add(self._heads["decision"], message, "add because: and the reason")
