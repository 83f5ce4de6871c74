"""`mplan agreement`: the plan in force becomes the page that client and therapist sign."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from ..clinical.beyond import visits_counted
from ..clinical.course import visit_blocks
from ..clinical.measures import all_rows
from ..frozen import Frozen
from ..records.base import key_of
from ..records.care import Plan
from . import form_again as again
from .agreement_goals import goal_input, moved
from .agreement_lines import does, helpers, person_named, places
from .clients import find_client
from .followups import too_unsure
from .language import other_tongues, words_of
from .load import Opened, load_folder
from .planned import Planned, planned_on
from .printing import Sheet, paper_of, templates_of, wants_large_print
from .sheets import active, card, exercises_of, item_of, left_out, open_signs, still_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..documents.agreement import AgreementInput, Refused
    from ..documents.words import Words
    from ..library.catalogue import Library
    from ..records.folder import Folder

TEMPLATE = "agreement/agreement.md.j2"
EASY = 6
"""School year up to which the page is easy to read (house value)."""

_NO_MARKS = str.maketrans("", "", "*_#|")


class Asked(Frozen):
    """What the user asked for.

    Attributes:
        anyway: print even though a record had to be left out or a grave sign is open.
        large: in large letters, on more pages.
        language: tag of the language to print it in; the client's when None.
    """

    client: str
    today: date
    paper: str | None = None
    anyway: bool = False
    large: bool = False
    language: str | None = None


class Agreement(Sheet, frozen=True, kw_only=True):
    """An agreement ready to be written.

    Attributes:
        plan: stem of the plan record it is about.
    """

    plan: str


def make_agreement(opened: Opened, asked: Asked) -> Agreement:
    """Build the agreement of a client.

    Raises:
        UsageError: no such client, no plan in force, or no such language.
        HasFindings: a record of the client could not be used or a grave sign is open, and `anyway` was not said.
    """
    from ..documents.agreement import build

    code = find_client(opened, asked.client)
    loaded = load_folder(opened, code)
    remarks = left_out(loaded, asked.anyway)
    folder = loaded.folder.until(asked.today.isoformat())
    words, unspoken = words_of(opened, folder.client, asked.language)
    remarks.extend(unspoken)
    plan = planned_on(folder, asked.today)
    remarks.extend(open_signs(opened, folder, asked.today, asked.anyway))
    remarks.extend(_remarks(opened.library, folder, plan, asked, words))
    given = _given(opened, folder, asked, plan)
    remarks.extend(other_tongues(opened, words, given))
    stem = plan.force.newest.stem
    return Agreement(build(given, words), TEMPLATE, templates_of(opened), code, tuple(remarks), words, plan=stem)


def _remarks(library: Library, folder: Folder, plan: Planned, asked: Asked, words: Words) -> list[str]:
    """What the therapist should know about the sheet."""
    out = [f"the client is {plan.confidence} sure. {each}" for each in too_unsure(library, plan.confidence)]
    year = _year([plan.force.plan.why or "", *(goal.words or "" for goal in plan.force.goals)])
    if year > EASY and words.language == "en":
        out.append(f"an estimate: why: and the goals read like school year {year}; shorter words and sentences help")
    if plan.refused_whole:
        no = plan.refused_whole
        out.append(f"the client declined this plan ({no.entry.stem}); change it, or note that they agreed since")
    if not plan.force.goals:
        out.append("the plan has no goals; there is a line to write one on")
    return [*out, *wants_large_print(folder, asked.large)]


def _year(written: Sequence[str]) -> int:
    """School year of what the therapist wrote, rounded up; an estimate."""
    from ..documents.reading import grade

    return ceil(grade("\n".join(written).translate(_NO_MARKS)))


def _given(opened: Opened, folder: Folder, asked: Asked, planned: Planned) -> AgreementInput:
    from ..documents.agreement import AgreementInput

    plan, newest, refused = planned.force.plan, planned.force.newest, planned.refused_whole
    rows = all_rows(folder.entries, opened.library)
    do = active(planned.course, planned.force, None, asked.today)
    expect = still_ahead(planned.course, asked.today)
    counted = visits_counted(planned.course, asked.today)
    return AgreementInput(
        practice=card(opened, planned.force),
        who=_who(folder),
        day=newest.day or newest.moment.replace("-", " "),
        goals=tuple(goal_input(opened.library, goal, rows) for goal in planned.force.goals if goal.words),
        hurts=tuple(spot for each in again.symptoms(folder) for spot in places(opened, each.get("where"))),
        why=plan.why,
        does=tuple(does(opened, plan)),
        visits=tuple(_keys(block) for block in visit_blocks(plan)),
        had=counted.before if counted else 0,
        homework=tuple(item_of(line) for line in do if line.name not in planned.refused),
        exercises=exercises_of(opened, [line for line, _ in planned.force.homework]),
        helpers=tuple((name, what) for name, what, _ in helpers(opened, plan, planned.declined)),
        expect={"by": expect.by, "words": expect.words} if expect else None,
        moved=moved(opened, planned, rows, asked.today) if expect else None,
        changed=newest.record.changed_because if isinstance(newest.record, Plan) else None,
        refused=refused.date or refused.entry.moment.replace("-", " ") if refused else None,
        declined=tuple(_declined(opened, planned)),
        confidence=planned.confidence,
        record=newest.stem,
        paper=paper_of(opened, asked.paper),
        large=asked.large,
    )


def _who(folder: Folder) -> Any:
    from ..documents.form_view import Known

    client = folder.client
    guardian = (client.guardian if client else None) or {}
    return Known(name=client.name if client else None, guardian=guardian.get("name"))


def _keys(part: Any) -> dict[str, Any]:
    """A part of a record with its keys."""
    return {key_of(f): value for f in part.__struct_fields__ if (value := getattr(part, f)) is not None}


def _declined(opened: Opened, planned: Planned) -> list[Refused]:
    """What was declined; a line of homework with its exercise, a person by name."""
    from ..documents.agreement import Refused

    lines = [line for line, _ in planned.force.homework]
    out = []
    for each in planned.declined:
        line = next((line for line in lines if each.names(line.name, line.do)), None)
        who = person_named(opened, each)
        out.append(Refused(what=who or each.what, why=each.why, exercise=line.do if line else None))
    return out
