"""A comma inside { } cut a text in two.

What
----
Between `{` and `}` a comma ends a value. The words after it became a key without a value.

Why
---
`what: ice, rest` is read as `ice`. Half of what you wrote is gone, and nothing on the screen shows it.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    withheld:
      - {what: sit-ups, why: sore, and she dislikes them}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    withheld:
      - {what: sit-ups, why: "sore, and she dislikes them"}

Source
------
House rule.
"""
