"""What a draft of a plan is made from, and what it is: lines, each with the finding and the source it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..reference import Person

if TYPE_CHECKING:
    from ...library.catalogue import Library
    from ...records.folder import Entry, Folder
    from ...records.people import Client
    from ...records.people import Person as Professional
    from ...span import Span
    from ...text.document import Document
    from ..consent import Consents
    from ..course import InForce
    from ..error import Error
    from ..rows import Measurement
    from ..screening import Act, Answer


class Reason(Frozen):
    """Why a line stands in a draft.

    Attributes:
        words: half a sentence: `tender 7/10`, `est-neck: two visits of 60 minutes a week`.
        place: the finding in the client's records.
        sources: ids of library sources.
        verified: whether what it says was read in its source; None where it comes from the client's records alone.
    """

    words: str
    place: Span | None = None
    sources: tuple[str, ...] = ()
    verified: bool | None = None

    def __str__(self) -> str:
        """As it stands under `because:`: the words, where they were found, and whose they are."""
        cited = ", ".join(self.sources)
        if self.verified is False:
            cited = f"{cited}, not verified" if cited else "not verified"
        behind = [f"{self.place.file.rpartition('/')[2]}:{self.place.line}"] if self.place else []
        behind += [cited] if cited else []
        return f"{self.words} ({'; '.join(behind)})" if behind else self.words


def of_source(words: str, data: dict[str, Any], key: str = "sources") -> Reason:
    """A reason that rests on a library entry, or on a part of one with sources of its own.

    Args:
        key: where the sources stand: `sources` of an entry, `source` of a figure.
    """
    source = data.get(key) or ()
    sources = (source,) if isinstance(source, str) else tuple(source)
    return Reason(words, None, sources, data.get("verified") == "true")


def found_in(row: Measurement) -> str:
    """A figure of the records in words: `lumbar flexion 38`, `hip abduction right 4-/5`."""
    side = f" {row.side}" if row.side in ("left", "right") else ""
    name = row.address.partition("/")[2].replace("/", " ").replace("-", " ") or row.address
    return f"{name}{side} {row.value.text}{' (self-reported)' if row.self_reported else ''}"


def found(row: Measurement) -> Reason:
    """A figure of the records as a reason."""
    return Reason(found_in(row), row.origin)


def by_error(error: Error) -> Reason:
    """What a change is held against, as a reason."""
    unit = "" if error.unit == "points" else f" {error.unit}"
    if error.figure is None:
        return Reason("no measuring error is published; the change is one that matters to people", None, error.sources,
                      error.verified)  # fmt: skip
    tool = f" by {error.tool}" if error.tool else ""
    assumed = ", assumed" if error.assumed else ""
    return Reason(f"measuring error {error.figure:g}{unit}{tool}{assumed}", None, error.sources, error.verified)


class Line(Frozen):
    """One line of a draft.

    Attributes:
        key: of the plan: why, goals, visits, expect, techniques, homework, advice, referrals or withheld.
        item: what stands there, without `because`: a map, or the text of `why`.
        because: what it rests on; never empty.
    """

    key: str
    item: Any
    because: tuple[Reason, ...]

    @property
    def value(self) -> Any:
        """The item as it stands in a plan, with its reasons; `why` has them under a key of its own."""
        if not isinstance(self.item, dict):
            return self.item
        return {**self.item, "because": self.reasons}

    @property
    def reasons(self) -> list[str]:
        """The reasons as texts."""
        return [str(reason) for reason in self.because]


_NAMED = ("id", "do", "use", "to", "profession", "say")

NOT_TAKEN = "Not taken from the draft: "
"""How a line of a plan's note begins that tells what was dropped from its draft, and why."""


def named(line: Line) -> str:
    """A line by its key and its name in the record: `goal lift`."""
    word = {"goals": "goal", "referrals": "referral to", "advice": "advice"}.get(line.key, line.key)
    item = line.item
    name = next((str(item[key]) for key in _NAMED if item.get(key)), "") if isinstance(item, dict) else ""
    return f"{word} {name}".strip()


class Draft(Frozen):
    """A proposal: nothing of it holds until a therapist has kept it.

    Attributes:
        lines: in the order of a plan.
        left_out: what would have fitted and must not be, each a sentence with its reason.
        remarks: what the therapist has to know besides, each a sentence.
        missing: ids of screening questions of the region by which somebody else may come first and that nobody asked:
            then there are no lines.
        open: grave answers that nobody cleared: then the lines are referrals alone.
    """

    lines: tuple[Line, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open: tuple[Answer, ...] = ()

    def of(self, key: str) -> list[Line]:
        """The lines of one key of the plan."""
        return [line for line in self.lines if line.key == key]

    def as_plan(self, assessment: str | None = None) -> dict[str, Any]:
        """The draft as the keys of a plan, in the order of the schema; without a date."""
        out: dict[str, Any] = {"assessment": assessment} if assessment else {}
        for line in self.lines:
            if line.key == "why":
                out["why"], out["because"] = line.item, line.reasons
            elif line.key in ("visits", "expect"):
                out[line.key] = line.value
            else:
                out.setdefault(line.key, []).append(line.value)
        return out


class Now(Frozen):
    """Where a course with a plan stands on the day of a draft.

    Attributes:
        force: the plan in force.
        visits: how many visits took place before the day.
        weeks: how many weeks of the course are over.
        refused: homework that the client declined and that was not offered again, by its name.
        not_taken: lines that the notes of plans say were dropped from a draft: `goal lift (she manages)`.
        last: number of the last visit that is planned; None where no plan says how many.
        sure: how sure the client said they are of managing the plan in force, such as `7/10`.
    """

    force: InForce
    visits: int
    weeks: int
    refused: frozenset[str] = frozenset()
    not_taken: tuple[str, ...] = ()
    last: int | None = None
    sure: str | None = None


class Case(Frozen):
    """Everything a draft is made from; the same case gives the same draft.

    Attributes:
        assessment: the newest assessment of the course.
        entries: the records of the course up to it and since, oldest first.
        rows: newest figure of each address and side in these records, in the order of the records.
        regions: where it hurts, the first region first.
        presentation: what the assessment says it is like.
        standing: the answers to screening that count, by question.
        skills: technique ids of the therapist; None where the practice does not say.
        people: the professionals who can be referred to, those of the client's team first.
        most_lines: the most lines of homework.
        own: what finished courses of this practice say, as sentences; empty below ten.
        day: the ISO date the draft is made on.
        consents: what the client agrees to and refuses on that day; None where it was not looked up.
        network: network.yaml, for the places in it.
        now: where the course stands; None where no plan is in force.
        unwanted: exercises and techniques that the plan in force leaves out or the client declined, each with why.
    """

    folder: Folder
    assessment: Entry
    entries: tuple[Entry, ...]
    rows: tuple[Measurement, ...]
    regions: tuple[str, ...]
    presentation: str | None
    standing: dict[str, Answer]
    skills: frozenset[str] | None
    people: tuple[Professional, ...]
    library: Library
    person: Person
    client: Client | None = None
    most_lines: int = 3
    own: tuple[str, ...] = ()
    day: str = ""
    consents: Consents | None = None
    network: Document | None = None
    now: Now | None = None
    unwanted: dict[str, str] | None = None

    def entry(self, kind: str, id: str | None) -> dict[str, Any]:
        """A library entry's data; empty if there is none."""
        item = self.library.item(kind, id) if id else None
        return item.data if item else {}

    def name(self, kind: str, id: str) -> str:
        """A library entry's name, or its id in words."""
        item = self.library.item(kind, id)
        return item.name if item else id.replace("-", " ")


class Ruled(Frozen):
    """A screening answer that counts, with what the library says of it."""

    answer: Answer
    act: Act
