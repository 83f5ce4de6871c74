"""A draft for a client of a practice: the case gathered from the records, and what was drafted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.drafting.case import case_for
from ..clinical.drafting.draft import draft
from ..clinical.reference import person_of

if TYPE_CHECKING:
    from datetime import date

    from ..clinical.drafting.base import Case, Draft
    from ..records.folder import Folder
    from ..records.people import Therapist
    from .load import Opened


def case_of(opened: Opened, folder: Folder, day: date, therapist: Therapist | None) -> Case | None:
    """Everything a draft is made from; None where the client's course has no assessment."""
    case = case_for(folder, opened.house, opened.library, person_of(folder.client, day), day.isoformat(), therapist)
    if case is None or case.presentation is None:
        return case
    from ..frozen import replace
    from .own import own_history

    return replace(case, own=own_history(opened, case.presentation, day))


def drafted(opened: Opened, folder: Folder, day: date, therapist: Therapist | None) -> Draft | None:
    """The draft of a plan; None where the client's course has no assessment."""
    case = case_of(opened, folder, day, therapist)
    return draft(case) if case else None
