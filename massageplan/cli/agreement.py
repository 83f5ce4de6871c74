"""`mplan agreement`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from .context import ClientArgument, PracticeOption, TodayOption, opened, today
from .page import (
    AnywayOption,
    LanguageOption,
    LargeOption,
    OpenOption,
    OutOption,
    PaperOption,
    ToOption,
    forms_of,
    hand_over,
    paper_of,
)
from .record import DateOption, TherapistOption, finish, kept_on_stop, manner, offered, work_for

if TYPE_CHECKING:
    from ..workflows.recording import Done, Work

SignedOption = Annotated[
    str | None,
    typer.Option("--signed", metavar="FILE", help="Keep the signed page: a PDF, PNG or JPEG of at most 5 MB."),
]
HowOption = Annotated[str | None, typer.Option("--how", metavar="TEXT", help="How it was talked through.")]
SureOption = Annotated[
    str | None, typer.Option("--confidence", metavar="N/10", help="How sure the client is of managing it.")
]
BackOption = Annotated[str | None, typer.Option("--teach-back", metavar="TEXT", help="How the client told it back.")]
DeclinedOption = Annotated[
    str | None,
    typer.Option(
        "--declined", metavar="TEXT", help="What the client did not want: bird-dog (no room on the floor); swimming"
    ),
]


def run(
    client: ClientArgument,
    to: ToOption = None,
    out: OutOption = None,
    paper: PaperOption = None,
    large: LargeOption = False,
    language: LanguageOption = None,
    anyway: AnywayOption = False,
    open_: OpenOption = False,
    signed: SignedOption = None,
    how: HowOption = None,
    confidence: SureOption = None,
    teach_back: BackOption = None,
    declined: DeclinedOption = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Make the page on which client and therapist agree to the plan, or note that they did.

    One page in plain words: goals, why it hurts, what is done at visits and at home, what to expect by when, what the
    client may always do, and lines to sign. Prints the path of the file it wrote. With --signed the scan of the signed
    page is kept in the client's folder, and a follow-up tells of it; --how, --confidence, --teach-back and --declined
    note an agreement, with or without a page.
    """
    told = {"how": how, "teach-back": teach_back, "confidence": confidence, "declined": declined}
    _refuse_blank({"signed": signed, **told})
    if signed is None and not any(told.values()):
        if date or therapist:
            raise UsageError("--date and --therapist belong to a note of an agreement.", "add --how or --signed")
        _make(client, (to, out, paper, language, practice, today_), large, anyway, open_)
        return
    if out or open_ or paper or language or large or anyway or to:
        raise UsageError("To make the page and to note the agreement are two things.", "run mplan agreement for each")
    from ..workflows.signed import keep_agreement

    work = work_for("followup", client, (date, therapist, practice, today_))
    data = _data(work, {key: value for key, value in told.items() if value})
    if signed:
        finish(_noted(work, data, signed), work, _again(work, signed))
        return
    finish(keep_agreement(work, data, None), work)
    _warn(work, data)


def _refuse_blank(given: dict[str, str | None]) -> None:
    """An option with nothing behind it is a slip, such as a variable of the shell that was never set."""
    for name, text in given.items():
        if text is not None and not text.strip():
            raise UsageError(f"--{name} has nothing behind it.", "say it, or leave the option out")


def _data(work: Work, told: dict[str, str]) -> dict[str, Any]:
    """The record as the options tell it."""
    from ..workflows.followups import channel, declined, lines_of, sure
    from ..workflows.signed import plan_of

    data: dict[str, Any] = {**work.known, "of": plan_of(work.folder, work.day), "what": "agreed", **told}
    lines = lines_of(work)
    for name, read in (("how", channel), ("confidence", sure), ("declined", lambda text: declined(text, lines))):
        if name in told:
            data[name], wrong = read(told[name])
            if wrong:
                raise UsageError(f"--{name} is not understood.", wrong[0])
    return data


def _noted(work: Work, data: dict[str, Any], signed: str) -> Done:
    """The signed page with its record, asked for what was not told where somebody can be asked."""
    from ..ask import terminal
    from ..workflows.signed import keep_agreement, read_scan, refuse_again

    scan = read_scan(signed)
    refuse_again(work.folder, scan)
    data.setdefault("how", "signed")
    if not terminal.here():
        done = keep_agreement(work, data, scan)
        if done.written:
            _warn(work, data)
        return done
    from ..workflows.agreeing import KIND, by_questions

    def at_terminal() -> Done:
        return by_questions(work, manner(), data, scan, offered(work, KIND))

    return kept_on_stop(work, at_terminal, _again(work, signed))


def _again(work: Work, signed: str) -> str:
    """The command that offers the draft again."""
    from shlex import quote

    return f"mplan agreement {work.folder.code} --signed {quote(signed)}"


def _warn(work: Work, data: dict[str, Any]) -> None:
    """Say at once that a plan is too large for how sure the client is of it."""
    from ..workflows.followups import too_unsure

    for sentence in too_unsure(work.opened.library, data.get("confidence")):
        print(f"note: {sentence}", file=sys.stderr)


def _make(
    client: str,
    options: tuple[list[str] | None, str | None, str | None, str | None, str | None, str | None],
    large: bool,
    anyway: bool,
    open_: bool,
) -> None:
    """Make the page and say where it is."""
    from ..workflows.agreement import Asked, make_agreement

    to, out, paper, language, practice, today_ = options
    forms, sheet_of = forms_of(to), paper_of(paper)
    house = opened(practice)
    sheet = make_agreement(house, Asked(client, today(today_), sheet_of, anyway, large, language))
    usual = (house.files.root, sheet.code or "", f"agreement-{sheet.plan.removesuffix('-plan')}")
    hand_over(sheet, forms, out, usual, open_, f"when it is signed: mplan agreement {sheet.code} --signed SCAN")
