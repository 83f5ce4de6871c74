"""A key has a word that is not among its choices.

What
----
Some keys take one of a few words. The finding lists them, or names the one you probably meant.

Why
---
A visit marked `mised` is counted as kept. The choices are few so that they can be counted.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    attended: mised

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    attended: missed

Source
------
House rule.
"""
