"""Where on the body, in words a client knows: `right gluteus-medius` is "right buttock"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Words

_PLACE = re.compile(r"(?:(?P<side>left|right|both|centre) )?(?P<name>[^()]+?)(?: \((?P<detail>.*)\))?")


def place(id: str, words: Words) -> str | None:
    """Where a muscle or part of the body lies; None where its region has to do."""
    _ = words.gettext
    buttock, chest, calf, belly = _("buttock"), _("chest"), _("calf"), _("belly")
    upper_back, shoulder, low_back = _("upper back"), _("neck and shoulder"), _("low back")
    return _part(id, words) or {
        "gluteal": buttock, "gluteus-maximus": buttock, "gluteus-medius": buttock, "gluteus-minimus": buttock,
        "piriformis": buttock, "deep-external-rotators": buttock, "pectorals": chest, "pectoralis-major": chest,
        "pectoralis-minor": chest, "gastrocnemius": calf, "soleus": calf, "rhomboids": upper_back,
        "middle-trapezius": upper_back, "lower-trapezius": upper_back, "erector-spinae-thoracic": upper_back,
        "thoracic": upper_back, "latissimus-dorsi": _("side of the back"), "serratus-anterior": _("ribs"),
        "intercostals": _("ribs"), "upper-trapezius": shoulder, "trapezius": shoulder, "levator-scapulae": shoulder,
        "iliopsoas": _("front of the hip"), "rectus-femoris": _("front of the thigh"),
        "quadriceps": _("front of the thigh"), "hamstrings": _("back of the thigh"),
        "hip-adductors": _("inner thigh"), "tensor-fasciae-latae": _("side of the hip"),
        "iliotibial-band": _("outer thigh"), "suboccipitals": _("base of the skull"),
        "skull-base": _("base of the skull"), "lumbar": low_back, "thoracolumbar-fascia": low_back,
        "erector-spinae": _("back"), "cervical": _("neck"), "scapula": _("shoulder blade"),
        "clavicle": _("collar bone"), "axilla": _("armpit"), "patella": _("knee cap"), "sacrum": _("base of the spine"),
        "sacroiliac": _("back of the hips"), "coccyx": _("tail bone"), "plantar-fascia": _("sole of the foot"),
        "achilles-tendon": _("heel cord"), "masseter": _("jaw"), "temporalis": _("temple"), "abdomen": belly,
    }.get(id)  # fmt: skip


def _part(id: str, words: Words) -> str | None:
    """A part of the body that everybody calls by its name."""
    _ = words.gettext
    return {
        "ankle": _("ankle"), "arch": _("arch"), "arm": _("arm"), "back": _("back"), "big-toe": _("big toe"),
        "buttock": _("buttock"), "calf": _("calf"), "cheek": _("cheek"), "chest": _("chest"), "deltoid": _("deltoid"),
        "elbow": _("elbow"), "face": _("face"), "fingers": _("fingers"), "flank": _("flank"), "foot": _("foot"),
        "forearm": _("forearm"), "forehead": _("forehead"), "groin": _("groin"), "hand": _("hand"), "head": _("head"),
        "heel": _("heel"), "hip": _("hip"), "jaw": _("jaw"), "knee": _("knee"), "leg": _("leg"),
        "low-back": _("low back"), "lower-leg": _("lower leg"), "mid-back": _("mid back"), "neck": _("neck"),
        "palm": _("palm"), "patellar-tendon": _("patellar tendon"), "pelvis": _("pelvis"), "ribs": _("ribs"),
        "rotator-cuff": _("rotator cuff"), "scalp": _("scalp"), "shin": _("shin"), "shoulder": _("shoulder"),
        "spine": _("spine"), "sternum": _("sternum"), "temple": _("temple"), "thigh": _("thigh"),
        "throat": _("throat"), "thumb": _("thumb"), "toes": _("toes"), "upper-arm": _("upper arm"),
        "upper-back": _("upper back"), "wrist": _("wrist"),
    }.get(id)  # fmt: skip


def region(id: str, words: Words) -> str | None:
    """A region of the built-in library as a whole; None for any other."""
    _ = words.gettext
    return {
        "abdomen": _("belly"), "elbow": _("elbow"), "foot": _("foot and ankle"),
        "forearm": _("forearm, wrist and hand"), "general": _("whole body"), "head": _("head"),
        "hip": _("hip and buttock"), "jaw": _("jaw"), "knee": _("knee"), "low-back": _("low back"),
        "lower-leg": _("lower leg"), "neck": _("neck"), "pregnancy": _("pregnancy"), "shoulder": _("shoulder"),
        "thigh": _("thigh"), "thorax": _("upper back and chest"),
    }.get(id)  # fmt: skip


def sided(name: str, side: str | None, words: Words) -> str:
    """A part of the body with its side."""
    _ = words.gettext
    frames = {
        # Translators: {place} is a part of the body, such as "buttock"
        "left": _("left {place}", place=name),
        "right": _("right {place}", place=name),
        "both": _("both {place}", place=name),
        "centre": _("centre {place}", place=name),
    }
    return frames.get(side or "", name)


def spoken(text: str, words: Words) -> str:
    """A place as it is written in a record: `right gluteal (deep)`; a name that is not known in plain letters."""
    match = _PLACE.fullmatch(text)
    if match is None:
        return text.replace("-", " ")
    name = place(match["name"], words) or region(match["name"], words) or match["name"].replace("-", " ")
    detail = f" ({match['detail']})" if match["detail"] is not None else ""
    return sided(name, match["side"], words) + detail
