"""What is drafted for a record in the making, and how it is told and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask import terminal
from ..ask.parts import as_plan, parts_of
from ..clinical.course import courses, in_force
from ..frozen import Frozen
from ..text.reader import parse
from .recording import Work, text_of

if TYPE_CHECKING:
    from ..clinical.course import InForce
    from ..clinical.drafting.base import Draft, Line
    from ..findings import Finding

_PRINTED = 110
"""Columns of a comment at the head of a draft."""


class Proposal(Frozen):
    """What was drafted for a record in the making.

    Attributes:
        assessment: stem of the assessment that it is drafted from.
    """

    work: Work
    draft: Draft
    assessment: str

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines there are to go through: referrals alone, while a grave sign is open."""
        lines = self.draft.lines
        return tuple(line for line in lines if line.key == "referrals") if self.draft.open else lines

    @property
    def data(self) -> dict[str, Any]:
        """The draft as a plan, as if every line were kept."""
        return as_plan(parts_of(self.lines), {**self.work.known, "assessment": self.assessment})


def proposed(work: Work) -> Proposal | None:
    """The draft for a client, or of a change of their plan; None where the course has no assessment to plan from."""
    from ..clinical.drafting.change import as_change
    from ..clinical.drafting.draft import draft
    from .drafting import case_of

    case = case_of(work.opened, work.folder, work.day, work.me.therapist)
    if case is None:
        return None
    made = draft(case)
    changes = "changed-because" in work.told and case.now is not None and not made.open and not made.missing
    return Proposal(work, as_change(made, case) if changes else made, case.assessment.stem)


def comments(proposal: Proposal) -> list[str]:
    """What stands above a draft: what it was made from, what is left out, and what else there is to know."""
    draft = proposal.draft
    return [
        f"Drafted from {proposal.assessment}. Nothing of it holds until you keep it.",
        *(f"Left out: {each}" for each in draft.left_out),
        *(f"Note: {each}" for each in draft.remarks),
        *goes_on(proposal),
    ]


def printed(proposal: Proposal) -> tuple[str, list[Finding]]:
    """The draft as the text of a plan, with comments at its head; and what the schema has against it."""
    text = text_of(proposal.work, proposal.data)
    schemas = proposal.work.opened.schemas
    read = parse("draft", text.encode("utf-8", "surrogateescape"))
    head = [line for each in comments(proposal) for line in _comment(each)]
    whole = "".join(f"{line}\n" for line in head) + text
    if read.document is None or read.findings or schemas.fits("plan", read.document.data):
        return whole, list(read.findings)
    from ..schema.explain import explain

    return whole, [fault.finding for fault in explain(schemas, "plan", read.document)]


def _comment(sentence: str) -> list[str]:
    first, *others = terminal.wrapped(plain(sentence), _PRINTED, 0)
    return [f"# {first}", *(f"#   {line}" for line in others)]


def plain(sentence: str) -> str:
    """A sentence in one line that obeys no control character."""
    from ..report.safe import one_line

    return one_line(" ".join(sentence.split()))


def unasked(proposal: Proposal) -> list[str]:
    """The questions to be asked first, each in words and with its id; none where there are none."""
    library, ids = proposal.work.opened.library, proposal.draft.missing
    if not ids:
        return []
    from ..clinical.screening import acts

    told = [(id, acts(library, id)) for id in ids]
    return [
        "Ask this first: a yes would send the client to somebody else before you plan.",
        *(f"  {act.question if act and act.question else id} ({id})" for id, act in told),
        f"Then: mplan assess {proposal.work.folder.code}",
    ]


def open_signs(proposal: Proposal) -> list[str]:
    """Grave answers that nobody cleared, each with its advice and how soon; none where there are none."""
    if not proposal.draft.open:
        return []
    from ..clinical.screening import acts

    out = []
    for answer in proposal.draft.open:
        act = acts(proposal.work.opened.library, answer.id)
        soon = f" How soon: {act.urgency}." if act and act.urgency else ""
        said = f"{act.name} ({answer.id}). {act.advice}{soon}" if act else answer.id
        out.append(f"OPEN WARNING SIGN ({answer.entry.moment}): {said}")
    return [*out, "Until it is cleared only a referral is drafted."]


def plan_in_force(work: Work) -> InForce | None:
    """The plan that a change would be laid over; None once care has ended."""
    known = courses(work.folder)
    if not known or known[-1].discharge is not None:
        return None
    return in_force(known[-1], work.day.isoformat())


def goes_on(proposal: Proposal) -> list[str]:
    """Of a change: homework in force that the draft does not name, and techniques in force, which it names."""
    if "changed-because" not in proposal.work.told:
        return []
    from ..clinical.drafting.carried import id_of, is_carried

    force = plan_in_force(proposal.work)
    named = {str(line.item.get("id") or line.item["do"]) for line in proposal.lines if line.key == "homework"}
    rest = [item.name for item, _ in force.homework if item.name not in named] if force else []
    used = list(dict.fromkeys(id_of(line) for line in proposal.lines if is_carried(line)))
    to_end = "To end one, add a line of homework with its id and stop: and why."
    out = [f"Goes on as it is: {', '.join(rest)}. {to_end}"] if rest else []
    return out + ([f"Goes on as it is: {', '.join(used)}. To end one, drop its line."] if used else [])
