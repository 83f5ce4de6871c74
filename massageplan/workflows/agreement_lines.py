"""What an agreement says of a plan besides its figures: what is done where, and who else helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.measures import SIDES
from ..clinical.places import of_line, place_id, region_of, split
from ..clinical.referring import people_for
from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..clinical.agreement import Refusal
    from ..documents.agreement import Doing, Spot
    from ..records.base import Texts
    from ..records.care import Plan
    from .load import Opened

Named = tuple[str | None, str | None, str | None]
"""Name (or nothing), profession and number of somebody who helps."""


def does(opened: Opened, plan: Plan) -> list[Doing]:
    """The techniques of a plan, each with its places."""
    from ..documents.agreement import Doing

    out = []
    for use in plan.techniques if isinstance(plan.techniques, tuple) else ():
        id = use.split(" ", 1)[0] if isinstance(use, str) else use.use
        item = opened.library.item("technique", id)
        name = item.name if item else id.replace("-", " ").capitalize()
        spots = _of_line(opened, use) if isinstance(use, str) else places(opened, use.where)
        out.append(Doing(id=id, name=name, own=bool(item and item.own), spots=tuple(spots)))
    return out


def _of_line(opened: Opened, line: str) -> list[Spot]:
    """The places of a technique in one line; a side holds for all of them."""
    named = {word for word in line.split(" (", 1)[0].split() if word in SIDES}
    side = named.pop() if len(named) == 1 else None
    return [_spot(opened, id, side) for id in of_line(opened.library, line)[0]]


def places(opened: Opened, named: Texts) -> list[Spot]:
    """Places as they are written, each with its side: `right gluteus-medius`."""
    out = []
    for where in texts(named):
        side, name, _ = split(where)
        out.append(_spot(opened, place_id(opened.library, None, name) or name, side))
    return out


def _spot(opened: Opened, id: str, side: str | None) -> Spot:
    from ..documents.agreement import Spot

    if not opened.library.has("muscle", id):
        return Spot(id=id, side=side)
    area = region_of(opened.library, None, id)
    item = opened.library.item("region", area or "")
    return Spot(id=id, side=side, area=area if item and not item.own else None, region=item.name if item else None)


def person_named(opened: Opened, refusal: Refusal) -> str | None:
    """The name of the person of network.yaml whom a refusal means by id."""
    network = opened.house.network
    return next((p.name for p in network.people if refusal.names(p.id)), None) if network else None


def helpers(opened: Opened, plan: Plan, declined: Sequence[Refusal]) -> list[Named]:
    """Whom the plan refers to, by name where network.yaml knows them; nobody whom the client declined."""
    network = opened.house.network
    people = {person.id: person for person in network.people} if network else {}
    out: list[Named] = []
    for meant in plan.referrals if isinstance(plan.referrals, tuple) else ():
        if any(each.means(meant, people_for(meant, network)) for each in declined):
            continue
        person = people.get(meant.to or "")
        if person:
            out.append((person.name or person.id, person.profession, person.phone))
        else:
            out.append((None, meant.profession or meant.to, None))
    return out
