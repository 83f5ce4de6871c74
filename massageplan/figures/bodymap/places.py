"""Which zones of the map a place of a record is: by its name, its side, and a word in brackets such as `(outer)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ...clinical import places as clinical
from ...frozen import Frozen
from .shapes import ACROSS, SIDES, View, body

if TYPE_CHECKING:
    from ...library.catalogue import Library

_ZONES = """
abdomen belly rectus-abdominis: belly-upper belly-lower
external-oblique internal-oblique: flank
transversus-abdominis: belly-lower
stomach: belly-upper
elbow: elbow-front | elbow-back
biceps-brachii brachialis: arm-front
triceps-brachii: arm-back
anconeus: elbow-back
foot: foot-top | heel
toes big-toe toe instep: foot-top
ankle: ankle-front | heel-cord
heel: heel
heel-pain: heel sole-heel
sole plantar: sole-front sole-arch sole-heel
arch foot-intrinsics: sole-arch
plantar-fascia: sole-arch sole-heel
forearm: forearm-front | forearm-back
brachioradialis pronator-teres pronator-quadratus wrist-flexors finger-flexors: forearm-front
supinator wrist-extensors finger-extensors: forearm-back
wrist: wrist-front | wrist-back
carpal-tunnel: wrist-front
hand: palm fingers-front | hand-back fingers-back
thumb thenar palm: palm
fingers: fingers-front | fingers-back
wrist-and-hand hand-and-wrist: wrist-front palm | wrist-back hand-back
head: forehead face temple | head-back skull-base
face: face
forehead frontalis-occipitalis: forehead
temple temporalis: temple
scalp: head-back
skull-base suboccipitals: skull-base
hip hip-joint: hip-front | hip-side
outer-hip trochanter gluteus-minimus: hip-side
pelvis: hip-front groin belly-lower | tailbone buttock
pelvic-girdle: tailbone buttock
groin pelvic-floor: groin
buttock gluteal gluteus-maximus gluteus-medius piriformis deep-external-rotators seat: buttock
iliopsoas: hip-front groin
rectus-femoris quadriceps front-of-thigh: thigh-front
sartorius hip-adductors inner-thigh: thigh-inner
tensor-fasciae-latae: hip-front
jaw cheek digastric masseter medial-pterygoid lateral-pterygoid: jaw
knee: knee-front | knee-back
patella patellar-tendon: knee-front
popliteus back-of-knee: knee-back
low-back lumbar erector-spinae-lumbar multifidus-lumbar thoracolumbar-fascia: low-back
quadratus-lumborum: low-back flank-back
back erector-spinae spine: upper-back mid-back low-back
sacrum sacroiliac coccyx: tailbone
flank: flank | flank-back
leg: thigh-front knee-front shin calf-inner | thigh-back knee-back calf
lower-leg: shin calf-inner | calf
calf gastrocnemius soleus toe-flexors-long tibialis-posterior: calf
shin tibialis-anterior toe-extensors shin-splints shins: shin
fibularis: shin | calf
achilles-tendon: heel-cord
neck cervical splenius semispinalis cervical-multifidus nape: neck-back
throat longus-colli-capitis sternocleidomastoid scalenes hyoids: neck-front
trapezius: neck-back shoulder-top upper-back
upper-trapezius: shoulder-top
levator-scapulae: neck-back shoulder-top
shoulder: shoulder-front | shoulder-back shoulder-blade
scapula infraspinatus teres-minor teres-major subscapularis shoulder-blade: shoulder-blade
supraspinatus: shoulder-top
clavicle: chest
axilla: shoulder-front
arm upper-arm: arm-front | arm-back
rotator-cuff deltoid middle-deltoid: shoulder-front | shoulder-back
anterior-deltoid coracobrachialis: shoulder-front
posterior-deltoid: shoulder-back
thigh: thigh-front | thigh-back
hamstrings hamstring back-of-thigh: thigh-back
iliotibial-band outer-thigh: thigh-outer | thigh-outer-back
thorax chest pectorals pectoralis-major pectoralis-minor chest-wall: chest
sternum: chest
ribs diaphragm intercostals serratus-anterior rib-cage: ribs-front | mid-back
thoracic erector-spinae-thoracic: upper-back mid-back
upper-back rhomboids middle-trapezius between-the-shoulder-blades: upper-back
mid-back lower-trapezius serratus-posterior latissimus-dorsi middle-back: mid-back
"""
"""Zones of each place, the one a leader goes to first; behind a bar, those of the other view."""

_SEEN: dict[str, View] = {
    "front": "front", "anterior": "front", "palmar": "front", "back": "back", "behind": "back", "posterior": "back",
    "dorsal": "back",
}  # fmt: skip
_TURNED = {
    ("front", "neck-back"): "neck-front", ("front", "calf"): "shin", ("back", "shin"): "calf",
    ("inner", "thigh-front"): "thigh-inner", ("inner", "thigh-back"): "thigh-inner", ("inner", "shin"): "calf-inner",
    ("inner", "calf"): "calf-inner", ("outer", "thigh-front"): "thigh-outer", ("outer", "thigh-back"): "thigh-outer",
    ("outer", "hip-front"): "hip-side", ("outer", "calf"): "shin", ("sole", "foot-top"): "sole-arch",
}  # fmt: skip
"""What a word in brackets makes of a zone."""

_SAME = {
    "anterior": "front", "behind": "back", "posterior": "back", "medial": "inner", "inside": "inner",
    "lateral": "outer", "outside": "outer", "side": "outer", "plantar": "sole", "under": "sole", "bottom": "sole",
}  # fmt: skip
_WORD = re.compile("[a-z]+")
_LOWEST_UPPER = 6
"""Thoracic levels down to this one lie between the shoulder blades."""


class Found(Frozen):
    """A place on the map.

    Attributes:
        place: as written.
        side: left, right or both; None where the record names none, or the centre.
        zones: ids without sides by view, the view that serves first; empty where the map has no such place.
        sure: whether no other view would do.
    """

    place: str
    side: str | None
    zones: dict[View, tuple[str, ...]]
    sure: bool = False

    def sided(self, view: View) -> tuple[str, ...]:
        """Its zones in a view; of a place without a side, those of both."""
        sides = (self.side,) if self.side in SIDES else SIDES
        return tuple(
            zone
            for id in self.zones.get(view, ())
            for zone in ((id,) if id in ACROSS else [f"{id}.{s}" for s in sides])
        )


@lru_cache(maxsize=1)
def known() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Zones by place, those of each view together; a zone is a place too."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {
        zone.partition(".")[0]: ((zone.partition(".")[0],),) for view in ("front", "back") for zone in body(view).zones
    }
    for line in _ZONES.split("\n"):
        names, _, zones = line.partition(": ")
        groups = tuple(tuple(group.split()) for group in zones.split(" | "))
        out |= dict.fromkeys(names.split(), groups)
    return out


def find(place: str, library: Library | None = None) -> Found:
    """Where a place of a record lies on the map.

    Args:
        place: as written: `right lumbar`, `both knee (inner)`, `l4-l5`.
        library: by which other names, and places of the practice's own, are understood: one the map does not know
            is shown as the region it is assessed with.
    """
    side, name, detail = clinical.split(place)
    groups = _groups(clinical.plain(name), library)
    words = [_SAME.get(word, word) for word in _WORD.findall((detail or "").lower())]
    turned = [tuple(dict.fromkeys(_turned(zone, words) for zone in group)) for group in groups]
    zones: dict[View, tuple[str, ...]] = {view: ids for group in turned for view, ids in _by_view(group)}
    wanted = next((_SEEN[word] for word in words if word in _SEEN), None)
    if wanted in zones and len(zones) > 1:
        zones = {wanted: zones[wanted]}
    return Found(place, side if side != "centre" else None, zones, len(zones) == 1)


def _turned(zone: str, words: Sequence[str]) -> str:
    return next((_TURNED[word, zone] for word in words if (word, zone) in _TURNED), zone)


def _by_view(zones: tuple[str, ...]) -> Iterator[tuple[View, tuple[str, ...]]]:
    """Zones under the view they are in; one that both have goes with the others, else with the back."""
    views: tuple[View, ...] = ("back", "front")
    for view in views:
        ids = tuple(id for id in zones if id in body(view).zones or f"{id}.left" in body(view).zones)
        if len(ids) == len(zones) and ids:
            yield view, ids
            return
    for view in views:
        ids = tuple(id for id in zones if id in body(view).zones or f"{id}.left" in body(view).zones)
        if ids:
            yield view, ids


def _groups(name: str, library: Library | None) -> tuple[tuple[str, ...], ...]:
    if name in known():
        return known()[name]
    if clinical.is_level(name):
        return ((_of_level(name),),)
    if library is None:
        return ()
    id = clinical.atlas(library).find(name) or clinical.whole_atlas(library).find(name)
    if id is None:
        return ()
    return known().get(id) or next((known()[r] for r in clinical.regions_of(library, id) if r in known()), ())


def _of_level(level: str) -> str:
    """The zone of a level of the spine, a stretch by its upper end."""
    upper = level.partition("-")[0]
    if upper[0] == "t":
        return "upper-back" if int(upper[1:]) <= _LOWEST_UPPER else "mid-back"
    return {"c": "neck-back", "l": "low-back", "s": "tailbone"}[upper[0]]


def one_view(found: Sequence[Found]) -> dict[View, list[Found]]:
    """Places of one thing under as few views as can be: where one can be seen only from behind, all that can are."""
    sure = [view for each in found if each.sure for view in each.zones]
    wanted = sure or [view for each in found[:1] for view in list(each.zones)[:1]]
    out: dict[View, list[Found]] = {}
    for each in found:
        view = next((view for view in wanted if view in each.zones), next(iter(each.zones), None))
        if view is not None:
            out.setdefault(view, []).append(each)
    return out
