"""Reads what a client wrote between visits into the data of a check-in: the text of their page, or one by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen, replace
from ...patterns import lazy
from .. import values
from . import answers, done, measure, row, symptoms
from .bits import Bit, parts, tokens
from .faults import Faults
from .note import Note, clean
from .reference import Reference, check_of, read_reference
from .sheet import Form, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from .known import Known
    from .sheet import Head
    from .words import Words

ORDER = ("said", "symptoms", "measures", "homework-done", "adverse", "asked", "decision", "because", "next", "note")
"""Keys that a message writes, in the order of the schema of a check-in."""

WORST_PAIN = 10

_READERS: dict[str, Callable[[Bit, Known, Faults], Any]] = {
    "said": answers.text,
    "symptoms": symptoms.read_symptoms,
    "homework-done": done.read,
    "adverse": answers.adverse,
    "asked": answers.text,
    "decision": answers.decision,
    "because": answers.text,
    "next": answers.text,
    "note": answers.text,
}
_REFERENCE = lazy(r"(?i)(?:^|[;\r\n])\s*ref\b:?\s*(?P<one>\S*)|(?<=\s)ref:? +(?P<two>[a-z]{1,4}-\S+)")
_BREAK = lazy(r"[\r\n]")
_BLANK = lazy(r"^\S+(?: \S+)*? _+$")


class Sent(Frozen):
    """What is known of whoever sent it.

    Attributes:
        code: the client's folder.
        lines: ids of the lines of the sheet that a reference means, in their order; or why there is no such sheet, and
            what to do.
    """

    code: str
    lines: Callable[[Reference], tuple[str, ...] | tuple[Literal[None], str, str]]


class _Parted(Frozen):
    """A message in its three parts: `before` the reference, it, and what the client wrote behind it."""

    before: Bit
    at: Bit | None = None
    reference: Reference | None = None
    behind: str = ""


def read_message(line: str, known: Known, sent: Sent) -> Note:
    """Read a message such as `hw 5/7 4/7; n 3; ref jd-7k2m.w2.mk.t4x` or `did bridge 3 of 7, pain 4`; never fails.

    A text with a reference comes from the client's page: its figures of homework stand in the order of the sheet, `n`
    is the worst pain of these days, and what stands behind the reference is said in the client's own words. A text by
    hand is kept as it came, under `said`, unless it names what was said.
    """
    faults = Faults(known.words.phrases)
    bit = clean(line, faults)
    if bit is None:
        return Note({}, faults.sorted())
    parted = _unwrapped(_parted(bit))
    before = len(faults.sorted())
    known = _of_page(parted, known, sent, faults)
    if len(faults.sorted()) > before:
        return Note({}, faults.sorted())  # of another sheet: what its figures mean is not known
    told = _Message(known, faults, parted.reference is not None)
    data = told.read(parted.before)
    if parted.reference is not None and not told.strange:
        _check(parted, faults)
    said = " ".join(filter(None, (data.get("said"), parted.behind)))
    if data and not said and parted.at is None:
        said = " ".join(bit.text.split())  # what was read out of it can be held against it
    whole = {**data, "said": said} if said else data
    return Note({key: whole[key] for key in ORDER if key in whole}, faults.sorted())


def _parted(bit: Bit) -> _Parted:
    match = _REFERENCE.search(bit.text)
    if not match:
        return _Parted(bit)
    group = "one" if match["one"] is not None else "two"
    at = bit.cut(match.start(group), match.end(group))
    behind = bit.text[match.end() :].strip(" \t\r\n;")
    return _Parted(bit.cut(0, match.start()).stripped(), at, read_reference(at.text), " ".join(behind.split()))


def _of_page(parted: _Parted, known: Known, sent: Sent, faults: Faults) -> Known:
    """What is known where the text comes from a page: the lines of its sheet, and that `n` is pain."""
    at, reference = parted.at, parted.reference
    if at is None:
        return known
    if reference is None:
        at = at if at.text else replace(at, text="ref", start=max(0, at.start - 3))
        faults.add(at, "This is no whole reference: the text was cut or changed on the way.", "ask for it once more")
        return known
    if reference.code != sent.code:
        help = f"keep it with: mplan checkin {reference.code}"
        faults.add(at, f"This text is of {reference.code}, and this is the folder {sent.code}.", help)
        return known
    lines = sent.lines(reference)
    if lines and lines[0] is None:
        faults.add(at, lines[1], lines[2])
        return known
    return replace(known, sheet=lines, symptoms=())


def _unwrapped(parted: _Parted) -> _Parted:
    """The same without the line breaks that a mail program has put between words."""
    if parted.reference is None or not parted.reference.check or not _fits(parted, " "):
        return parted
    before = parted.before
    return replace(parted, before=Bit(_BREAK.sub(" ", before.text), before.start))


def _fits(parted: _Parted, for_break: str) -> bool:
    """Whether the check fits the text before it, line breaks taken for something else."""
    reference = parted.reference
    assert reference is not None
    before = _BREAK.sub(for_break, parted.before.text)
    return check_of(f"{before}; ref {replace(reference, check=None)}") == reference.check


def _check(parted: _Parted, faults: Faults) -> None:
    """Whether the text is as the page wrote it; one that was filled in by hand has no check."""
    at, reference = parted.at, parted.reference
    if at is None or reference is None or reference.check is None:
        return
    if not _fits(parted, " ") and not _fits(parted, ";"):
        help = "compare it with the message; if the client changed it by hand, ask which is right"
        faults.add(at, "The text was changed on the way: its check does not fit it.", help)


def _form(words: Words) -> Form:
    help = "begin with hw, n, said: or symptoms:, or the name of a figure"
    return Form("check-in", words.told, {}, _READERS, ORDER, help)


class _Message(Sheet):
    """One message while it is read."""

    def __init__(self, known: Known, faults: Faults, page: bool) -> None:
        super().__init__(known, faults, _form(known.words))
        self._page = page
        self.strange = False
        """Whether it holds a piece that no page writes."""

    def read(self, line: Bit) -> dict[str, Any]:
        """The data of the whole text; pain told by a page is the worst of its days."""
        data = super().read(line) if line.text else {}
        pain = data.get("measures", {}).get("pain")
        if self._page and isinstance(pain, str):
            data["measures"]["pain"] = {"worst": pain}
        return data

    def _headed(self, head: Head) -> None:
        if head.key != "homework-done" or not head.rest.text:
            super()._headed(head)
            return
        if not self._first(head.key, head.at):
            return
        told, figures = self._told(parts(head.rest))
        for each in figures:
            self._headless(each)
        value = self._done(told)
        if value is not None:
            self._data[head.key] = value

    def _told(self, found: list[Bit]) -> tuple[list[Bit], list[Bit]]:
        """The parts that tell of homework, and those that are figures: `did bridge 3 of 7, pain 4`."""
        homework: list[Bit] = []
        figures: list[Bit] = []
        for part in found:
            bits = tokens(part)
            name = [b for b in bits[:-1] if not b.text[:1].isdigit()]
            other = bool(name) and not done.names_line(bits, self._known) and bool(measure.find(name, self._known))
            (figures if other else homework).append(part)
        return homework, figures

    def _done(self, told: list[Bit]) -> Any:
        in_a_row = row.figures([tokens(part) for part in told])
        if self._page and in_a_row and len(self._known.sheet) > 0:
            return done.by_line(in_a_row, self._known, self._faults)
        if in_a_row and len(in_a_row) == 1 and in_a_row[0].text.startswith("_"):
            self._faults.add(in_a_row[0], "The figure of the homework is left blank.", "ask for it, or leave it out")
            return None
        value = done.read_parts(told, self._known, self._faults) if told else None
        for part in told:
            if not in_a_row and any(done.exceeds(figure) for figure in _ratios(part)):
                self._faults.add(part, "This is more than was asked.", "write what was done of what was asked: 5/7")
        return value

    def _headless(self, bit: Bit) -> None:
        """A piece with a figure: a blank is named, and pain has its scale."""
        text = " ".join(bit.text.split())
        if _BLANK.match(text):
            name = text.rpartition(" ")[0]
            what = "worst pain" if self._page and name == "n" else f"figure of {name}"
            self._faults.add(bit, f"The {what} is left blank.", "ask for it, or leave it out")
            return
        bits, before = tokens(bit), len(self._faults)
        super()._headless(bit)
        self.strange = self.strange or len(self._faults) > before
        if len(self._faults) == before and measure.find(bits[:1], self._known).id == "pain":
            figure = values.read(bits[-1].text)
            if figure.kind == "number" and figure.number is not None and not 0 <= figure.number <= WORST_PAIN:
                self._faults.add(bits[-1], "Pain goes from 0 to 10.", "ask which number was meant")


def _ratios(part: Bit) -> list[str]:
    text = part.text.lower().replace(" out of ", "/").replace(" of ", "/")
    return [word for word in text.split() if "/" in word]
