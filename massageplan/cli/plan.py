"""`mplan plan`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import HasFindings, UsageError
from . import streams
from .context import ClientArgument, PracticeOption, TodayOption
from .record import (
    DateOption,
    EditOption,
    FromOption,
    TherapistOption,
    finish,
    kept_on_stop,
    make,
    manner,
    offered,
    tell,
    work_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.drafts import Draft
    from ..workflows.proposal import Proposal
    from ..workflows.recording import Done, Work


def run(
    client: ClientArgument,
    edit: EditOption = False,
    source: FromOption = None,
    print_: Annotated[bool, typer.Option("--print", help="Print the draft; ask nothing and keep nothing.")] = False,
    change: Annotated[
        str | None, typer.Option("--change", metavar="WHY", help="Change the plan in force, and say why.")
    ] = None,
    date: DateOption = None,
    therapist: TherapistOption = None,
    practice: PracticeOption = None,
    today_: TodayOption = None,
) -> None:
    """Draft a treatment plan from the assessment, and go through it line by line.

    On a terminal each line is shown with its reason: Enter keeps it, c changes it, d drops it, ? tells why, < goes
    back. Elsewhere, or with --print, the draft goes to standard output and nothing is written.
    """
    from ..ask import terminal

    if print_ and (edit or source):
        raise UsageError("--print only prints the draft; --edit and --from make a record.", "leave one out")
    if change is not None and not any(each.isalnum() for each in change):
        raise UsageError(
            "--change says why the plan is changed, in words.", 'such as --change "no clear change by visit 4"'
        )
    told: dict[str, Any] = {"changed-because": change.strip()} if change else {}
    work = work_for("plan", client, (date, therapist, practice, today_), told)
    if change:
        _refuse_change_of_nothing(work)
    if source or (edit and not terminal.here()):
        finish(make(work, edit, source), work)
        return
    from ..workflows.proposal import proposed

    proposal = proposed(work)
    if edit:
        finish(kept_on_stop(work, lambda: _in_editor(work, proposal)), work)
        return
    if proposal is None:
        raise HasFindings(*_without(work))
    if print_ or not terminal.here():
        _print(proposal)
    else:
        _told(proposal)
        finish(kept_on_stop(work, lambda: _at_terminal(proposal)), work)


def _without(work: Work) -> tuple[str, str]:
    """Why there is nothing to draft from, and what to do."""
    code = work.folder.code
    unread = next((name for name in reversed(work.folder.left_out) if "-assessment" in name), None)
    if unread:
        return f"{unread} cannot be used, so no plan can be drafted from it.", f"mplan check {code}"
    return "There is no assessment in this course to draft a plan from.", f"begin with: mplan assess {code}"


def _refuse_change_of_nothing(work: Work) -> None:
    from ..workflows.proposal import plan_in_force

    if plan_in_force(work) is None:
        raise UsageError("There is no plan in force that could be changed.", "leave out --change to make a new plan")


def _say(lines: Iterable[str]) -> None:
    from ..report.safe import one_line

    for line in lines:
        print(one_line(line), file=sys.stderr)


def _told(proposal: Proposal) -> None:
    """Say what somebody else has to see first; exit 1 where nobody asked yet, since then there is nothing to draft."""
    from ..workflows.proposal import open_signs, unasked

    _say(open_signs(proposal))
    _say(unasked(proposal))
    if proposal.draft.missing and not proposal.draft.open:
        raise typer.Exit(1)


def _print(proposal: Proposal) -> None:
    from ..report.safe import for_terminal
    from ..workflows.proposal import printed

    _told(proposal)
    text, findings = printed(proposal)
    if findings:
        tell(findings)
        raise typer.Exit(1)
    with streams.after("Nothing was to be kept"):
        print(for_terminal(text), end="")


def _in_editor(work: Work, proposal: Proposal | None) -> Done:
    from ..workflows.planning import edited
    from ..workflows.proposal import open_signs, unasked

    if proposal is not None:
        _say([*open_signs(proposal), *unasked(proposal)])
    return edited(work, proposal, offered(work))


def _at_terminal(proposal: Proposal) -> Done:
    from ..workflows.planning import by_lines

    begun = offered(proposal.work)
    return by_lines(_of_its_day(proposal, begun) if begun else _changing(proposal), manner(), begun)


def _of_its_day(proposal: Proposal, begun: Draft) -> Proposal:
    """The proposal for the day of a draft that was left, which may be another than today."""
    from ..frozen import replace
    from ..workflows.planning import day_of
    from ..workflows.proposal import proposed

    day, work = day_of(begun), proposal.work
    return proposal if day in (None, work.day) else proposed(replace(work, day=day)) or proposal


def _changing(proposal: Proposal) -> Proposal:
    """The proposal as a change of the plan in force, if the therapist says why; a new plan otherwise."""
    from ..ask import terminal
    from ..frozen import replace
    from ..workflows.proposal import plan_in_force, proposed

    work = proposal.work
    force = None if "changed-because" in work.told else plan_in_force(work)
    if force is None:
        return proposal
    while True:
        terminal.say(f"Change the plan of {force.newest.moment} (say why), or Enter for a new one")
        said = terminal.ask()
        if said.move == "end":
            raise KeyboardInterrupt
        if said.move == "skip":
            return proposal
        if said.move == "answer" and any(each.isalnum() for each in said.text):
            return proposed(replace(work, told={**work.told, "changed-because": said.text})) or proposal
        terminal.say("  A change is laid over the plan: what it does not name stays. A new plan takes its place.")
