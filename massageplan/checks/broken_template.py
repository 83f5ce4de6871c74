"""A template of the practice cannot be used.

What
----
A file in the practice's own `templates/` has a fault in its Jinja, such as a block that is never closed.

Why
---
The handout would fail at the moment when the client stands at the desk. It is better to hear of it now. Delete
the file, and the built-in template is used again.

Wrong
-----
templates/handout/parts/foot.md.j2::

    {% if practice.phone %}Call {{ practice.phone }}.

Right
-----
templates/handout/parts/foot.md.j2::

    {% if practice.phone %}Call {{ practice.phone }}.{% endif %}

Source
------
House rule.
"""
