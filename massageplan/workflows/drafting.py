"""What a draft for a client of a practice is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.drafting.case import case_for
from ..clinical.reference import person_of

if TYPE_CHECKING:
    from datetime import date

    from ..clinical.drafting.base import Case
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
