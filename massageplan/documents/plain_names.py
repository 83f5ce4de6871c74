"""Short everyday words for what the library calls by its trade name: techniques and professions."""

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


def profession(text: str, words: Words) -> str:
    """What somebody does, in words a client knows; any other as it is written."""
    _ = words.gettext
    family, therapist, emergency = _("family doctor"), _("massage therapist"), _("emergency room")
    known = {
        "gp": family, "general practitioner": family, "family doctor": family, "family physician": family,
        "primary care doctor": family, "rmt": therapist, "lmt": therapist, "massage therapist": therapist,
        "emergency": emergency, "emergency department": emergency, "emergency room": emergency,
        "emergency care": _("emergency care"), "doctor": _("doctor"), "physician": _("doctor"),
        "surgeon": _("surgeon"), "rheumatologist": _("rheumatologist"), "neurologist": _("neurologist"),
        "cardiologist": _("cardiologist"), "psychiatrist": _("psychiatrist"), "obstetrician": _("obstetrician"),
        "physiotherapist": _("physiotherapist"), "physical therapist": _("physical therapist"),
        "occupational therapist": _("occupational therapist"), "psychologist": _("psychologist"),
        "psychotherapist": _("psychotherapist"), "counsellor": _("counsellor"), "counselor": _("counselor"),
        "ergonomist": _("ergonomist"), "trainer": _("trainer"), "personal trainer": _("personal trainer"),
        "coach": _("coach"), "running coach": _("running coach"), "kinesiologist": _("kinesiologist"),
        "dentist": _("dentist"), "midwife": _("midwife"), "nurse": _("nurse"), "podiatrist": _("podiatrist"),
        "osteopath": _("osteopath"), "chiropractor": _("chiropractor"), "dietitian": _("dietitian"),
        "acupuncturist": _("acupuncturist"), "yoga teacher": _("yoga teacher"), "pharmacist": _("pharmacist"),
    }  # fmt: skip
    return known.get(text.casefold().replace("-", " ").strip(), text)
