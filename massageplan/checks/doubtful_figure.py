"""The figure of an exercise of your own library shows something a body cannot do, or hides it.

What
----
A pose behind `figure:` of an entry in the practice's library/exercises/ folder bends a joint farther than the greatest
range its movement is taken for in the library, has a part below the floor or nothing on it, a hand or foot that cannot
reach its place, a standing person who would fall, or a tint that is not seen.

Why
---
A client copies what they see. A picture that no body can copy is a riddle at best.

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
      pose: {knees: flex 175}

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
Limits of joints: the library's movements, each with its own source (`mplan library show knee-flexion`). Balance: mass
of the segments from dempster-1955 as printed in winter-2009 (`verified: false`: not read by us).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding

if TYPE_CHECKING:
    from ..library.catalogue import Item
    from .base import Context


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each thing in the practice's own figures that a body cannot do."""
    for item in context.library.own():
        if item.kind == "exercise" and isinstance(item.data.get("figure"), dict):
            yield from _doubts(context, item)


def _doubts(context: Context, item: Item) -> Iterator[Finding]:
    from ..figures.judged import doubts
    from ..figures.limits import limits
    from ..figures.located import doubtful
    from ..figures.posing import pose
    from ..figures.reading import read
    from ..figures.visible import doubts as hidden

    figure = read(item.data["figure"]).figure
    if figure is not None:
        posed = pose(figure)
        yield from doubtful((*doubts(figure, posed, limits(context.library)), *hidden(figure, posed)), item.document)
