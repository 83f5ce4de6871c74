"""What professions are called, and whether somebody is of one: the one answer for drafts, checks and audits."""

from __future__ import annotations

from functools import lru_cache

NAMES: dict[str, tuple[str, ...]] = {
    "GP": (
        "gp", "general practitioner", "family doctor", "family physician", "primary care doctor",
        "primary care physician", "primary care provider",
    ),
    "doctor": (
        "doctor", "physician", "medical doctor", "doctor of medicine", "surgeon", "medical specialist",
        "rheumatologist", "neurologist", "orthopaedist", "orthopedist", "cardiologist", "psychiatrist", "obstetrician",
    ),
    "emergency care": (
        "emergency", "emergency care", "emergency department", "emergency room", "ambulance", "hospital",
    ),
    "physiotherapist": ("physiotherapist", "physio", "physiotherapy", "physical therapist", "physical therapy"),
    "trainer": (
        "trainer", "personal training", "coach", "kinesiologist", "exercise physiologist",
    ),
    "psychologist": ("psychologist", "psychotherapist", "counsellor", "counselor", "therapist for mood"),
    "ergonomist": ("ergonomist", "occupational therapist", "workplace adviser"),
    "dentist": ("dentist", "orthodontist"),
    "midwife": ("midwife", "obstetrician"),
    "podiatrist": ("podiatrist", "chiropodist"),
    "osteopath": ("osteopath", "osteopathy"),
    "chiropractor": ("chiropractor", "chiropractic"),
    "massage therapist": ("massage therapist", "rmt", "lmt"),
    "dietitian": ("dietitian", "dietician", "nutritionist"),
    "acupuncturist": ("acupuncturist",),
    "yoga teacher": ("yoga teacher", "pilates teacher"),
}  # fmt: skip
"""Professions, and the names by which each is known in a network or a plan; common words, a house rule."""

TITLES = ("doctor", "physician")
"""Words that mean a GP where a profession begins with them: `doctor`, and neither `sports doctor` nor `doctor of`."""

NO_NAMES = ("doctor of",)
"""Words that say nothing of the profession: of a doctor of chiropractic only the rest counts."""


@lru_cache(maxsize=512)
def kinds(text: str) -> frozenset[str]:
    """The professions (keys of `NAMES`) that a text names, by whole words; the longest name wins where two meet."""
    rest, found = f" {_plain(text)} ", set()
    if any(rest.startswith(f" {title} ") and not rest.startswith(f" {title} of ") for title in TITLES):
        found.add("GP")
    for name, of in _by_length():
        if f" {name} " in rest:
            rest = rest.replace(f" {name} ", " | ")
            found.update(of)
    return frozenset(found)


@lru_cache(maxsize=1)
def _by_length() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each name with the professions it may mean, the longest first."""
    of: dict[str, tuple[str, ...]] = dict.fromkeys(NO_NAMES, ())
    for profession, names in NAMES.items():
        for name in names:
            of[name] = (*of.get(name, ()), profession)
    return tuple(sorted(of.items(), key=lambda each: (-len(each[0]), each[0])))


def is_of(profession: str | None, wanted: str) -> bool:
    """Whether somebody is what is wanted: a family doctor is a GP, and so is a doctor; a sports doctor is not.

    A profession that is not among `NAMES` is compared word by word. Capitals and hyphens do not matter.

    Args:
        profession: as it is written; None is nobody.
        wanted: a key of `NAMES`, any of the names, or several in one text, of which one is enough.
    """
    told, asked = profession or "", _plain(wanted)
    if known := kinds(wanted):
        return not known.isdisjoint(kinds(told))
    return bool(asked) and f" {asked} " in f" {_plain(told)} "


def _plain(text: str) -> str:
    words = "".join(each if each.isalnum() or each in "&'" else " " for each in text.casefold())
    return " ".join(words.split())
