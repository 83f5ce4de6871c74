"""A record is dated later than today.

What
----
`date:` names a day that has not come yet. `written:` is not looked at: it is the day of the clock on which a record was
made, and a check may be made for an earlier day.

Why
---
A record says what happened. A date to come is nearly always a slip in the year or the month, and it puts the
visit at the wrong end of the chart.

Wrong
-----
clients/jd-7k2m/2062-09-07-session.yaml::

    date: 2062-09-07
    measures: {pain: 4 -> 2}

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each date after today; dates are ISO, so their texts sort as days do."""
    today = case.context.today.isoformat()
    for entry in case.folder.entries:
        said = entry.record.date
        if said is not None and said > today:
            yield Finding("future-date", f"{said} has not come yet.", entry.span(("date",)), "look at year and month")
