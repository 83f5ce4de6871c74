"""What is drawn on a body map: a spot for each thing that is felt."""

from __future__ import annotations

from collections.abc import Sequence

from ...frozen import Frozen
from .look import Pattern, Shade
from .shapes import VIEWS, View, body


class Spot(Frozen):
    """Something that is felt, at one or several zones of a view.

    Attributes:
        key: what it is, the same at every date and in both views.
        view: from where it is seen.
        zones: where, with sides such as `knee-front.left`.
        leads: zones that leaders go to, one of each group, the nearest; the first zone where none are
            named.
        number: what stands in the ring: the strength, as written.
        shade: how strong.
        pattern: of what kind.
        name: where, in words.
        more: of what kind, in words.
    """

    key: str
    view: View
    zones: tuple[str, ...]
    leads: tuple[tuple[str, ...], ...] = ()
    number: str = "?"
    shade: Shade = "unknown"
    pattern: Pattern = "plain"
    name: str = ""
    more: str = ""

    def within(self, view: View) -> tuple[str, ...]:
        """Its zones that a view has."""
        return tuple(zone for zone in self.zones if zone in body(view).zones) if view == self.view else ()


def views_with(spots: Sequence[Spot]) -> tuple[View, ...]:
    """The views that have a spot, front first."""
    return tuple(view for view in VIEWS if any(spot.within(view) for spot in spots))


class Captions(Frozen):
    """The words of a drawing, in the language of its document."""

    right: str = "Right"
    left: str = "Left"
    then: str = "Then"
    now: str = "Now"
