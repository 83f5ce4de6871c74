"""The figure of an exercise of your own library has a word that cannot be drawn.

What
----
Behind `figure:` of an entry in the practice's library/exercises/ folder stands a joint, a movement, a place, a thing or
an arrow that the drawing does not know, a number that is missing or out of bounds, or more poses, things or arrows than
a picture holds. The help names the words that may stand there; the list is in docs/figures.md.

Why
---
The exercise would go out without its picture, and nobody would see why.

Wrong
-----
library/exercises/side-reach.yaml::

    en: {reviewed: false, name: Side reach, do: [Reach up and over to one side.]}
    group: stretch
    regions: [thorax]
    dose: {reps: 5, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]
    figure:
      base: standing
      pose: {lumbar: bend 20, arm.right: up}

Right
-----
library/exercises/side-reach.yaml::

    en: {reviewed: false, name: Side reach, do: [Reach up and over to one side.]}
    group: stretch
    regions: [thorax]
    dose: {reps: 5, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]
    figure:
      base: standing
      view: front
      pose: {lumbar: bend-left 20, arm.right: up}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from .base import Context


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each word in the practice's own figures that cannot be drawn."""
    for item in context.library.own():
        if item.kind == "exercise" and isinstance(item.data.get("figure"), dict):
            from ..figures.located import broken
            from ..figures.reading import read

            yield from broken(read(item.data["figure"]).flaws, item.document)
