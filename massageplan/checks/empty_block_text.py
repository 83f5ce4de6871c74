"""A value begins with > or | and comes out empty.

What
----
In YAML these signs open a block of text on the lines below. Written in front of a figure, they swallow it.

Why
---
`pain: >5` is read as nothing at all. The pain you noted is not in the record.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures:
      pain: >5

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    measures:
      pain: over 5

Source
------
House rule.
"""
