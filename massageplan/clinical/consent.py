"""What a client has agreed to on a day, by the consents that are on record.

`standing(entries, library, day)` gives a `Consents`; `Consents.on("treatment")`, `.on("release", "okafor")` or
`.area("gluteus-medius", "right")` says what holds: given, refused, withdrawn, expired, or never told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import Frozen
from ..patterns import lazy
from ..records.base import texts
from ..records.care import Consent
from ..records.folder import in_order
from .sensitive import covers, read_place, sensitive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..library.catalogue import Library
    from ..records.folder import Entry
    from ..records.parts import ConsentItem
    from ..records.parts import Consents as Items
    from ..span import Path, Span

__all__ = ["AREA", "PURPOSES", "RELEASE", "Consents", "Moment", "Standing", "Word", "sensitive", "spoken", "standing"]

State = Literal["given", "refused", "withdrawn", "expired", "never told"]

AREA = "sensitive-area"
RELEASE = "release"
PURPOSES = ("treatment", "assessment", AREA, RELEASE, "photos", "research", "phone", "messenger")
"""What a consent can be about."""

_VERBS: tuple[tuple[str, State], ...] = (("gives", "given"), ("refuses", "refused"), ("withdraws", "withdrawn"))
"""In one record a no counts after a yes."""

_RANK: dict[State, int] = {"given": 0, "withdrawn": 1, "refused": 2, "expired": 3, "never told": 4}
"""Of two sides, the one that says more comes first."""

_DAYS = lazy(r"^(about |before |after )?([0-9]{4}(?:-[0-9]{2}){0,2})(?: to ([0-9]{4}(?:-[0-9]{2}){0,2}))?\b")
_NUMBERS = lazy(r"^(about |before |after )?(visit|week) ([0-9]{1,4})(?:-([0-9]{1,4}))?\b")


class Moment(Frozen):
    """When it is asked what holds.

    Attributes:
        day: an ISO date; None where it is not known.
        visit: number of the visit in its course, if it is one.
        week: week of the course, the first is 1.
    """

    day: str | None = None
    visit: int | None = None
    week: int | None = None


class Word(Frozen):
    """One thing that a record gives, refuses or withdraws.

    Attributes:
        purpose: one of `PURPOSES`.
        verb: given, refused or withdrawn.
        to: the person of a release; None covers all.
        areas: side and id of each sensitive place it names; none covers all.
        covers, until: moments as written.
        path: keys that lead to it in the record.
    """

    purpose: str
    verb: State
    to: str | None
    areas: tuple[tuple[str | None, str], ...]
    covers: str | None
    until: str | None
    entry: Entry
    path: Path

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.entry.span(self.path)

    @property
    def day(self) -> str | None:
        """The day it was said, where one is known."""
        return self.entry.day


class Standing(Frozen):
    """What holds of one thing.

    Attributes:
        said: the words that decide it: those that gave it, took it back, or ran out; None if it was never told.
    """

    state: State
    said: Word | None = None

    @property
    def is_given(self) -> bool:
        """Whether the client has said yes and it still holds."""
        return self.state == "given"


NEVER = Standing("never told")


class Consents(Frozen):
    """What was said by a moment, oldest first."""

    words: tuple[Word, ...]
    at: Moment

    def on(self, purpose: str, to: str | None = None) -> Standing:
        """What holds for a purpose; a release is asked for by its person's id (None: a release to anybody at all)."""
        return _decide((w for w in self.words if w.purpose == purpose and w.to in (None, to)), self.at)

    def only(self, counts: Callable[[Word], bool]) -> Consents:
        """The same as if no yes had been said but those that count, such as the signed ones; every no stays."""
        return Consents(tuple(w for w in self.words if w.verb != "given" or counts(w)), self.at)

    def area(self, place: str, side: str | None = None) -> Standing:
        """What holds for a sensitive place, by its id.

        A consent holds for the place it names, or, if that is an area or a larger place, for all in it; a withdrawal
        takes back no more. Of a place without a side, one side is enough; `both` needs both.

        Args:
            side: left, right or both; None where the record does not say.
        """
        if side in ("left", "right"):
            return self._on_side(place, side)
        found = sorted((self._on_side(place, each) for each in ("left", "right")), key=lambda each: _RANK[each.state])
        return next((each for each in found if not each.is_given), found[0]) if side == "both" else found[0]

    def _on_side(self, place: str, side: str | None) -> Standing:
        return _decide((w for w in self.words if w.purpose == AREA and _is_about(w, place, side)), self.at)


def standing(
    entries: Iterable[Entry], library: Library, day: str | None, visit: int | None = None, week: int | None = None
) -> Consents:
    """What holds on a day by the consents among a client's records, in whatever order they are given.

    Later records win over earlier ones. Records without a date count too, after those that have one, in the order of
    their moments. `until` holds to the end of its day, month, year, visit or week; `covers` for that stretch alone, so
    that an older consent without it counts again afterwards. Moments that cannot be placed are taken to hold.

    Args:
        day: an ISO date; later records are left out. None leaves none out.
        visit: number of the visit it is asked for, by which `covers: visit 3` is read.
        week: week of the course, likewise.
    """
    words = spoken(entries, library)
    return Consents(
        tuple(word for word in words if day is None or word.day is None or word.day <= day), Moment(day, visit, week)
    )


def spoken(entries: Iterable[Entry], library: Library) -> tuple[Word, ...]:
    """Everything that records of consent say, oldest first."""
    said = in_order(entry for entry in entries if isinstance(entry.record, Consent))
    return tuple(word for entry in said for word in _words(entry, library))


def _words(entry: Entry, library: Library) -> Iterator[Word]:
    for key, verb in _VERBS:
        items: Items = getattr(entry.record, key)
        for n, item in enumerate((items,) if isinstance(items, str) else items or ()):
            path = (key,) if isinstance(items, str) else (key, n)
            if isinstance(item, str):
                yield Word(item, verb, None, (), None, None, entry, path)
            else:
                yield _word(item, verb, entry, path, library)


def _word(item: ConsentItem, verb: State, entry: Entry, path: Path, library: Library) -> Word:
    areas = tuple(read_place(library, place) for place in texts(item.areas))
    return Word(item.for_ or "", verb, item.to, areas, item.covers, item.until, entry, path)


def _is_about(word: Word, place: str, side: str | None) -> bool:
    if not word.areas:
        return True
    return any(covers(id, place) and (given not in ("left", "right") or given == side) for given, id in word.areas)


def _decide(words: Iterable[Word], at: Moment) -> Standing:
    """The newest word that holds; a yes that has run out is told only where no older yes holds."""
    ran_out: Word | None = None
    for word in reversed(tuple(words)):
        holds = _holds(word, at)
        if holds == "now":
            return Standing("expired", ran_out) if ran_out and word.verb != "given" else Standing(word.verb, word)
        if holds == "past" and word.verb == "given":
            ran_out = ran_out or word
    return Standing("expired", ran_out) if ran_out else NEVER


def _holds(word: Word, at: Moment) -> Literal["now", "past", "ahead"]:
    if word.until and _against(word.until, at) == "past":
        return "past"
    return _against(word.covers, at) if word.covers else "now"


def _against(text: str, at: Moment) -> Literal["now", "past", "ahead"]:
    """Where a moment lies from a stretch of days, visits or weeks; `now` where that cannot be said."""
    if days := _DAYS.match(text):
        word, first, last = days[1], days[2], days[3] or days[2]
        if at.day is None:
            return "now"
        is_before, is_after = at.day[: len(first)] < first, at.day[: len(last)] > last
    elif numbers := _NUMBERS.match(text):
        word, number = numbers[1], at.visit if numbers[2] == "visit" else at.week
        if number is None:
            return "now"
        is_before, is_after = number < int(numbers[3]), number > int(numbers[4] or numbers[3])
    else:
        return "now"
    if word == "before ":
        return "now" if is_before else "past"
    if word == "after ":
        return "now" if is_after else "ahead"
    return "past" if is_after else "ahead" if is_before else "now"
