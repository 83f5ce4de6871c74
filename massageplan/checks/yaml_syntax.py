"""A file does not follow the rules of YAML.

What
----
Records are written in YAML: `key: value`, lists with `- `, and spaces to indent. Here a quote is not closed, a
colon stands inside a text, a tab indents, or the like. The finding shows the line to type instead.

Why
---
The program would have to guess what the rest of the file means, and it does not guess about a client.

Wrong
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: Pain: worse after work

Right
-----
clients/jd-7k2m/2026-09-07-session.yaml::

    date: 2026-09-07
    said: "Pain: worse after work"

Source
------
House rule.
"""
