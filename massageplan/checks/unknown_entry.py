"""An entry of your own library names another one that does not exist.

What
----
An exercise, presentation, region or other entry in the practice's library/ folder names an id that neither that
folder nor the built-in library has: a muscle, a screening question, a source.

Why
---
What is named by a wrong id is silently left out wherever the entry is used: the warning sign is not asked, the
exercise not offered, the citation not printed.

Wrong
-----
library/exercises/towel-curl.yaml::

    en:
      reviewed: false
      name: Towel curl
      goal: wake up the foot
      prepare: [Sit on a chair. Put your bare foot on a towel.]
      do:
        - Curl your toes to pull the towel in.
      stop-if:
        - cramp that stays
    group: strength
    regions: [foot]
    muscles: [foot-intrinsic]
    dose: {sets: 1, reps: 10, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]

Right
-----
library/exercises/towel-curl.yaml::

    en:
      reviewed: false
      name: Towel curl
      goal: wake up the foot
      prepare: [Sit on a chair. Put your bare foot on a towel.]
      do:
        - Curl your toes to pull the towel in.
      stop-if:
        - cramp that stays
    group: strength
    regions: [foot]
    muscles: [foot-intrinsics]
    dose: {sets: 1, reps: 10, often: daily, source: house-rules, verified: false}
    scope: remedial-exercise
    sources: [house-rules]

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..library.links import links

if TYPE_CHECKING:
    from .base import Context


def check_practice(context: Context) -> Iterator[Finding]:
    """One finding for each id in the practice's own entries that no library has."""
    library = context.library
    for item in library.own():
        for path, kind, id in links(item.kind, item.data):
            if not library.has(kind, id):
                hint = library.near(kind, id) or f"see: mplan library list {kind}"
                yield Finding("unknown-entry", f"There is no {kind} {id}.", item.document.locate(path), hint)
