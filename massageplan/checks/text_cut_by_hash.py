"""Text after a # is taken for a comment.

What
----
In YAML a space and `#` begin a comment. Here what follows looks like part of the text, so it is not in the
record.

Why
---
"Crate #2 is worst" is read as "Crate". The words are still in the file, so it looks fine, but no chart and no
letter will have them.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: Crate #2 is worst

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: "Crate #2 is worst"  # his words

Source
------
House rule.
"""
