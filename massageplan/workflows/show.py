"""`mplan show`: one client's records as they read best, or the list of clients; the figures are in `figures`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..clinical.agreement import declined_whole, handed_over
from ..clinical.beyond import visits_counted
from ..clinical.course import Course, courses, visit_numbers
from ..clinical.moments import read_count, week_of
from ..records.care import Plan, Session
from ..report.safe import for_terminal
from .clients import name_of
from .due import in_words, undone
from .figures import measurements
from .heads import careful
from .load import load_folder

if TYPE_CHECKING:
    from ..records.folder import Entry, Folder
    from .load import Opened
    from .printing import Sheet

__all__ = ["chart", "clients", "measurements"]


def clients(opened: Opened) -> list[dict[str, str]]:
    """Folder, name and newest record of each client, by the names of their files alone."""
    rows = []
    for code in opened.files.codes():
        dated = sorted(r.stem.moment for r in opened.files.listing(code).records if r.stem.dated)
        rows.append({"client": code, "name": name_of(opened, code), "newest": dated[-1] if dated else ""})
    return rows


def chart(opened: Opened, code: str, today: date, reasons: bool = False) -> str:
    """One client's whole record as readable text, oldest first.

    Args:
        reasons: whether the lines of a plan are shown with their `because`.
    """
    return "".join(for_terminal(line) + "\n" for line in _lines(opened, code, today, reasons))


def sheet(opened: Opened, code: str, today: date, reasons: bool = False, paper: str | None = None) -> Sheet:
    """The same as a page, with the body map of the newest assessment.

    Args:
        paper: letter or a4; the practice's own where None.
    """
    from ..documents import body_map
    from ..documents.chart import chart as page
    from ..documents.words import ENGLISH
    from . import body_maps
    from .printing import Sheet, paper_of, templates_of

    folder = load_folder(opened, code).folder
    lines, size = _lines(opened, code, today, reasons), paper_of(opened, paper)
    entry = body_maps.newest(folder)
    if entry is None:
        view = page(lines, size)
    else:
        felt = body_maps.of_record(opened, folder, entry, ENGLISH)
        maps = (body_map.now(felt, ENGLISH), body_map.key(ENGLISH))
        lacking = body_map.not_shown(felt.lacking, ENGLISH) if felt.lacking else None
        view = page(lines, size, entry.moment, maps, lacking)
    return Sheet(view, "show/show.md.j2", templates_of(opened), code, ())


def _lines(opened: Opened, code: str, today: date, reasons: bool) -> list[str]:
    folder = load_folder(opened, code).folder
    lines = [*_left_out(folder), *_head(folder), *_standing(opened, folder, today), *_open_signs(opened, folder, today)]
    lines += careful(folder, opened.library, today)
    for n, course in enumerate(all_courses := courses(folder), 1):
        if len(all_courses) > 1:
            lines.extend(["", f"Course {n}"])
        visits = visit_numbers(course)
        for entry in course.entries:
            lines.extend(["", *_entry(entry, visits.get(entry.stem), reasons)])
    return lines


def _left_out(folder: Folder) -> list[str]:
    if not folder.left_out:
        return []
    names = ", ".join(folder.left_out)
    return [f"Left out, since they cannot be used: {names} (mplan check {folder.code})", ""]


def _head(folder: Folder) -> list[str]:
    client = folder.client
    if client is None:
        return [f"{folder.code}  (client.yaml is missing or cannot be used)"]
    lines = [f"{client.name or folder.code}  {folder.code}"]
    if client.alerts:
        alerts = client.alerts if isinstance(client.alerts, str) else ", ".join(client.alerts)
        lines.append(f"! {alerts}")
    data = folder.client_document.data if folder.client_document else {}
    lines.extend(_tree({k: v for k, v in data.items() if k not in ("name", "alerts")}, "  "))
    return lines


def _standing(opened: Opened, folder: Folder, today: date) -> list[str]:
    """Where the newest course stands."""
    known = courses(folder)
    if not known:
        return []
    course = known[-1]
    said = [_visits(course, today)]
    if course.discharge:
        said.append(f"discharged {course.discharge.moment}")
    elif course.starts and course.starts <= today:
        said.append(f"week {week_of(today, course.starts)}")
    waits = [] if course.discharge else undone(folder, course, today)
    return [
        "", f"Now: {', '.join(said)}", *_declined(course, today), *_given(course, today),
        *_expectation(opened, folder, course, today),
        *(f"{why[:1].upper()}{why[1:]}: {settle}" for why, settle in waits),
    ]  # fmt: skip


def _declined(course: Course, today: date) -> list[str]:
    """That the client said no to the plan in force, and when."""
    no = declined_whole(course, today.isoformat())
    if no is None:
        return []
    plan = next(entry for entry in course.plans if entry.stem == no.plan)
    return [f"The client declined the plan of {plan.moment} on {no.date or no.entry.moment}."]


def _given(course: Course, today: date) -> list[str]:
    """When the handout of the plan in force was given last, and whether the client told it back."""
    entry = None if course.discharge else handed_over(course, today.isoformat())
    if entry is None:
        return []
    back = ", told back" if getattr(entry.record, "teach_back", None) else ""
    return [f"Handout given on {entry.moment}{back}."]


def _visits(course: Course, today: date) -> str:
    """How many visits were kept; since a plan in mid-course counts anew, of how many, and how many in all."""
    kept = len(course.visits_kept)
    counted = visits_counted(course, today)
    if counted is None:
        return f"{kept} visit{'' if kept == 1 else 's'} kept"
    since = "" if counted.first else f" since the plan of {counted.plan.moment}"
    in_all = ""
    if kept != len(counted.kept):
        numbers = [read_count(number) for number in visit_numbers(course).values()]
        coming = "" if course.discharge else f"; the next is visit {(numbers[-1] or kept) + 1}"
        in_all = f" ({kept} in all{coming})"
    return f"{len(counted.kept)} of {counted.planned} planned visits kept{since}{in_all}"


def _expectation(opened: Opened, folder: Folder, course: Course, today: date) -> list[str]:
    """What became of the newest expectation of a course, in one line."""
    if not any(isinstance(e.record, Plan) and e.record.expect for e in course.plans):
        return []
    from ..clinical.expectation import followed
    from ..clinical.measures import all_rows, by_address

    figures = by_address(all_rows(folder.entries, opened.library))
    found = followed(course, figures, opened.library, today, opened.house.practice.usual)
    return [f"Expectation: {in_words(found[-1])}"] if found else []


def _open_signs(opened: Opened, folder: Folder, today: date) -> list[str]:
    """Grave warning signs that nobody has cleared."""
    from ..clinical.screening import acts, open_flags, to_ask

    found = open_flags(folder.entries, opened.library, today.isoformat())
    named = [(answer, act) for answer in found if (act := acts(opened.library, answer.id))]
    return [
        f"Open warning sign: {act.name} ({a.answer} on {a.entry.moment}), not cleared; once it is: "
        f"{to_ask(folder.code, (a.id,))}"
        for a, act in named
    ]


def _entry(entry: Entry, visit: str | None, reasons: bool) -> list[str]:
    record = entry.record
    told = {"date", "when", "therapist"}
    extra = ""
    if visit:
        extra = f", visit {visit}"
        told.add("visit")
    elif isinstance(record, Session) and not record.took_place:
        extra = f", {record.attended}"
        told.add("attended")
    elif entry.kind == "checkin" and getattr(record, "who", None) in (None, "client"):
        extra = ", self-reported"
    who = f"  by {record.therapist}" if record.therapist else ""
    data = {k: v for k, v in entry.document.data.items() if k not in told}
    shown = data if reasons or entry.kind != "plan" else _without_reasons(data)
    return [f"{entry.moment}  {entry.kind}{extra}{who}", *_tree(shown, "  ")]


def _without_reasons(value: Any) -> Any:
    """The same without lists of reasons; one of a single word is a line of its own and stays."""
    if isinstance(value, dict):
        return {
            key: _without_reasons(each)
            for key, each in value.items()
            if key != "because" or not isinstance(each, (list, tuple))
        }
    return [_without_reasons(each) for each in value] if isinstance(value, list) else value


def has_reasons(opened: Opened, code: str) -> bool:
    """Whether a plan of the client has reasons that the short chart leaves out."""
    plans = load_folder(opened, code).folder.of_kind("plan")
    return any(_without_reasons(entry.document.data) != entry.document.data for entry in plans)


_LABELS = {"homework-done": "homework done (self-reported)"}


def _tree(data: dict[str, Any], indent: str) -> list[str]:
    """Keys and values, nested ones indented; every figure as it was written."""
    out: list[str] = []
    for key, value in data.items():
        label = _LABELS.get(key) or (key if "/" in key else key.replace("-", " "))
        if value is None:
            out.append(f"{indent}{label}: not done")
        elif isinstance(value, dict):
            out.extend([f"{indent}{label}", *_tree(value, indent + "  ")])
        elif isinstance(value, list) and any(isinstance(v, (dict, list)) for v in value):
            out.append(f"{indent}{label}")
            for each in value:
                inner = _tree(each, indent + "    ") if isinstance(each, dict) else [f"{indent}    {_line(each)}"]
                out.extend([f"{indent}  - {inner[0].strip()}", *inner[1:]])
        else:
            out.extend(_text(f"{indent}{label}: ", _line(value), indent + "  "))
    return out


def _line(value: Any) -> str:
    return ", ".join(_line(v) for v in value) if isinstance(value, list) else str(value)


def _text(head: str, text: str, indent: str) -> list[str]:
    lines = text.strip().split("\n")
    return [head + lines[0]] if len(lines) == 1 else [head.rstrip(), *(indent + line for line in lines)]
