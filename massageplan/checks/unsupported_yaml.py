"""A file uses a part of YAML that records do without.

What
----
Anchors (`&`), aliases (`*`), tags (`!`), merge keys (`<<`), directives (`%`) and a second document in one file
are refused. A text that begins with such a sign needs quotes.

Why
---
They make a record say something that does not stand where you read it. Usually the sign was meant as text.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    next: !important ring her son

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    next: "!important ring her son"

Source
------
House rule.
"""
