"""Short everyday words for what the library calls by its trade name: techniques, parts of the body, professions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Words


def technique(id: str, words: Words) -> str | None:
    """What a technique of the built-in library is in words a client knows; None for any other."""
    _ = words.gettext
    return {
        "chair-massage": _("Massage in a chair"),
        "cold-therapy": _("Cold pack"),
        "compression": _("Slow, flat pressure"),
        "contrast-hydro": _("Warm and cold by turns"),
        "cupping": _("Cups"),
        "dry-needling": _("Needles"),
        "effleurage": _("Long, smooth strokes"),
        "foam-roll-assist": _("Massage by myself with a ball or roller"),
        "friction-circular": _("Rubbing in small rings"),
        "friction-cross-fibre": _("Rubbing across a sore spot"),
        "hot-therapy": _("Heat"),
        "iastm": _("Rubbing with a smooth tool"),
        "intraoral": _("Work inside the mouth"),
        "joint-mobilisation-gentle": _("Small, light moves of the joint"),
        "lymphatic-drainage": _("Very light strokes to ease swelling"),
        "massage": _("Massage"),
        "met": _("I push, then let go"),
        "myofascial-release": _("Slow, steady stretch of tight tissue"),
        "neuromuscular-therapy": _("Firm pressure on tight bands"),
        "pa-mobilisation": _("Small presses on the spine"),
        "passive-rom": _("Easy moves while I let go"),
        "petrissage": _("Kneading"),
        "pnf-stretch": _("Stretch: I tense, then let go"),
        "pregnancy-massage": _("Massage that suits the baby and me"),
        "relaxation-massage": _("Slow, calm massage"),
        "scar-massage": _("Massage of the scar"),
        "skin-rolling": _("Rolling the skin"),
        "soft-tissue-release": _("Pressure while the muscle moves"),
        "sports-massage": _("Brisk massage"),
        "static-stretch": _("Slow stretch"),
        "strain-counterstrain": _("Rest in an easy position"),
        "tape": _("Tape on the skin"),
        "tapotement": _("Light tapping"),
        "thrust-manipulation": _("A quick push to a joint"),
        "traction-gentle": _("A light, slow pull"),
        "trigger-point-compression": _("Steady pressure on sore spots"),
        "vibration": _("Light shaking"),
    }.get(id)


def place(id: str, words: Words) -> str | None:
    """Where a muscle or part of the body lies, in words a client knows; None where its region has to do."""
    _ = words.gettext
    buttock, chest, calf = _("buttock"), _("chest"), _("calf")
    upper_back, shoulder = _("upper back"), _("neck and shoulder")
    return {
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
        "skull-base": _("base of the skull"), "lumbar": _("low back"), "thoracolumbar-fascia": _("low back"),
        "erector-spinae": _("back"), "cervical": _("neck"), "scapula": _("shoulder blade"),
        "clavicle": _("collar bone"), "axilla": _("armpit"), "patella": _("knee cap"), "sacrum": _("base of the spine"),
        "sacroiliac": _("back of the hips"), "coccyx": _("tail bone"), "plantar-fascia": _("sole of the foot"),
        "achilles-tendon": _("heel cord"), "masseter": _("jaw"), "temporalis": _("temple"),
    }.get(id)  # fmt: skip


def profession(text: str, words: Words) -> str:
    """What somebody does, in words a client knows; any other as it is written."""
    _ = words.gettext
    known = {
        "gp": _("family doctor"),
        "general practitioner": _("family doctor"),
        "rmt": _("massage therapist"),
        "emergency department": _("emergency room"),
    }
    return known.get(text.casefold().replace("-", " ").strip(), text)
