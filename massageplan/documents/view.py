"""What templates may see: frozen, plain, and nothing else.

A field that is not here cannot reach paper. All texts are plain text (no Markdown) except `HandoutView.why`,
which is long text and is printed with the filter `prose`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Paper = Literal["letter", "a4"]


class Picture(Struct, frozen=True, kw_only=True):
    """A drawing made for one document.

    Attributes:
        name: as its template asks for it behind `map:`, such as `now`.
        svg: the drawing.
        said: the same in words.
        lacking: what the drawing cannot show, in words: the document has to tell it.
    """

    name: str
    svg: str
    said: str
    lacking: tuple[str, ...] = ()


class View(Struct, frozen=True, kw_only=True):
    """What every document has.

    Attributes:
        language: tag such as `en`; becomes the page's language.
        paper: size of the sheet it is printed on.
        large: whether it is printed in large letters.
        unreviewed: whether words stand on it that no person has checked: of its language or, on a handout, of
            the library.
        maps: body maps of its own.
    """

    language: str = "en"
    paper: Paper = "letter"
    large: bool = False
    unreviewed: bool = False
    maps: tuple[Picture, ...] = ()


class PracticeCard(Struct, frozen=True, kw_only=True):
    """Who hands it over.

    Attributes:
        emergency: number to call where a life is at risk.
        therapist: the full name with title; `therapist_first` what clients say.
    """

    name: str
    phone: str | None = None
    email: str | None = None
    emergency: str | None = None
    therapist: str | None = None
    therapist_first: str | None = None


class DoseRow(Struct, frozen=True):
    """One line of the dose: a big number and its words; `number` is empty where words say it all."""

    number: str
    words: str


class Fact(Struct, frozen=True):
    """A labelled detail of a line.

    Attributes:
        key: `for`, or a key of the homework item such as `with`, `load`, `amount`, `where`, `weeks`.
        label: the key in the reader's language.
        words: what holds.
    """

    key: str
    label: str
    words: str


class Line(Struct, frozen=True, kw_only=True):
    """One line of homework.

    Attributes:
        number: place on the sheet, from 1.
        id: the homework item's id.
        name: its heading.
        when: anchors in the client's day.
        steps: what to do: how to get ready, then the act; one alone where the exercise says no more.
        feel: what it should feel like; breathe: how to breathe; safe: what keeps it safe.
        too_hard, too_easy: what makes it easier and harder, a sentence each.
        ask: the question by which the client tells it back; for the therapist, not for the sheet.
        dose: numbers first; see `dose.rows`.
        cue: remarks printed under the steps.
        stop_if: reasons to stop this one.
        easier, harder: names of the exercises to ask about.
        progress: what comes next and when.
        language: tag of the library's texts on it; empty where it has none.
        reviewed: whether a person has read those texts as they stand.
        facts: equipment, load, place and the like.
        ticks: boxes on each day of the grid; 0 is a day of rest, None an open cell.
        figure: whether a picture stands beside it; `alt` tells it in words.
    """

    number: int
    id: str
    name: str
    when: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    feel: str | None = None
    breathe: str | None = None
    safe: tuple[str, ...] = ()
    too_hard: str | None = None
    too_easy: str | None = None
    ask: str | None = None
    dose: tuple[DoseRow, ...] = ()
    cue: tuple[str, ...] = ()
    stop_if: tuple[str, ...] = ()
    easier: str | None = None
    harder: str | None = None
    progress: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    language: str = ""
    reviewed: bool = True
    ticks: tuple[int | None, ...] = ()
    figure: bool = False
    alt: str = ""


class Shown(Struct, frozen=True, kw_only=True):
    """A figure on a sheet.

    Attributes:
        name: by which a template calls for it, `figure:NAME`.
        exercise: whose figure it is.
        key: the figure itself in one text; see `door.key_of`.
        mirrored: whether it is drawn for the other side.
    """

    name: str
    exercise: str
    key: str
    mirrored: bool = False


class PainStep(Struct, frozen=True):
    """One step of the pain rule: `label` is the score ("0 to 3"), `words` what to do then."""

    label: str
    words: str


class Advice(Struct, frozen=True):
    """What helps besides the exercises.

    Attributes:
        name: what it begins with: "Sleep on your side".
        language, reviewed: of the library's words, as in `Line`; no language where the words are the therapist's.
    """

    words: str
    name: str | None = None
    language: str = ""
    reviewed: bool = True


class Helper(Struct, frozen=True):
    """Somebody else who helps: who, what they do, and their number."""

    name: str
    words: str | None = None
    phone: str | None = None


class Tell(Struct, frozen=True, kw_only=True):
    """How the client tells how it went, from the page.

    Attributes:
        text: what is sent, with `_` for each figure: one a line of homework, then the worst pain.
        key: under what a browser keeps the ticks of this very sheet: codes and days, no name and no health words.
        phone, email: where it is sent, if the practice has them.
        subject: of a mail.
        box: name of a tick box for a screen reader, with `{name}`, `{day}`, `{n}` and `{m}`; `single` where a day has
            one; `pain`: that of a day's pain, with `{day}`.
        count: how many boxes of a line are ticked, with `{n}` and `{m}`; `days` where it is not said of how many.
    """

    text: str
    key: str
    phone: str | None = None
    email: str | None = None
    subject: str = ""
    box: str = ""
    single: str = ""
    pain: str = ""
    count: str = ""
    days: str = ""


class HandoutView(View, frozen=True, kw_only=True):
    """The homework sheet.

    Attributes:
        practice: who hands it over.
        client_first: how the client is called.
        shown_on: the day in words.
        goals: the client's own words, the main goal first.
        expect: whole sentence: by when a difference should be felt.
        expect_note: the therapist's addition to it.
        week: week of the course the lines are for, from 1.
        why: why it hurts, long text.
        lines: the homework in force.
        figures: what is drawn beside the lines, by the lines' ids.
        urgent: what to get medical help at once for.
        stop: reasons to stop and call the same day.
        pain_rule: what to do at which score; pain_note: a rule that could not be cut into steps.
        advice: what helps besides, each with the name before its colon where it has one.
        turns: whether the sheet is likely to take a second page.
        full: whether the lines leave no room for what can wait: how to make an exercise harder.
        start: head of the first day, where it is a date.
        beside: whether that is short enough to stand beside the grid.
        days: heads of the tick grid, one a day; empty for no grid.
        tell: how the client tells how it went; only where the sheet is read as a page, and has a grid.
        next_visit, confidence: for the foot, in words.
        helpers: who else helps.
        notes: what the reader of this very sheet must know.
        record: what it was made from.
    """

    practice: PracticeCard
    client_first: str
    shown_on: str | None = None
    goals: tuple[str, ...] = ()
    expect: str | None = None
    expect_note: str | None = None
    week: int | None = None
    why: str | None = None
    lines: tuple[Line, ...] = ()
    figures: tuple[Shown, ...] = ()
    urgent: tuple[Advice, ...] = ()
    stop: tuple[str, ...] = ()
    pain_rule: tuple[PainStep, ...] = ()
    pain_note: str | None = None
    advice: tuple[Advice, ...] = ()
    turns: bool = False
    full: bool = False
    start: str | None = None
    beside: bool = False
    days: tuple[str, ...] = ()
    tell: Tell | None = None
    next_visit: str | None = None
    helpers: tuple[Helper, ...] = ()
    confidence: str | None = None
    notes: tuple[str, ...] = ()
    record: str | None = None
