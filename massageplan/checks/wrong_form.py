"""A value is not written in a way that can be read.

What
----
Dates, weeks, durations, rates and ids have a fixed form: `2026-09-07`, `1-6`, `5 s`, `3/week`, `knee-roll`.

Why
---
`often: thrice weekly` is clear to you and cannot be counted. A handout could not say on which days.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, often: thrice weekly}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, often: 3/week}

Source
------
House rule.
"""
