"""`mplan undo`."""

from __future__ import annotations

import sys

from .context import PracticeOption, TodayOption, opened, today
from .record import TherapistOption, me, waiting


def run(therapist: TherapistOption = None, practice: PracticeOption = None, today_: TodayOption = None) -> None:
    """Take back your newest change, if nobody else can have seen it.

    What was there before is restored, as a change of its own; git keeps both. Again takes back the one before.
    """
    from ..workflows.undo import undo

    house = opened(practice)
    done = undo(house, me(house, today(today_), therapist), waiting)
    print(f"undone: {done.subject}")
    print(f"it can still be read with: git show {done.commit[:7]}", file=sys.stderr)
