"""A record lacks a key that its kind needs.

What
----
A few keys cannot be done without: a date or moment, the `id` of a goal, the reason for a change of course.
What a good record should have besides is told by other findings.

Why
---
Without it the record cannot be put in its place, and it is left out.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}
    decision: change

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures: {pain: 4 -> 2}
    decision: change
    because: No difference after four visits.

Source
------
House rule.
"""
