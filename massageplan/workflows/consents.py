"""Answers about consent: to what, with which limits, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ask.answers import begun, choice
from ..clinical.measures import SIDES
from ..schema.describe import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .recording import Work

_AREA, _RELEASE = "sensitive-area", "release"
_ANSWERS = frozenset(("yes", "no", "y", "n", "ok", "not"))
"""Words that are no body part."""
_LONG_ENOUGH = 4
"""Letters from which on the beginning of a choice is no longer taken for a short name."""


def consent_choices(work: Work) -> tuple[str, ...]:
    """What a consent can be about, as the schema lists it."""
    return tuple(describe(work.opened.schemas, "consent", ("gives", 0, "for"))["enum"])


def consents(text: str, choices: Sequence[str]) -> tuple[Any, list[str]]:
    """`treatment; sensitive-area gluteal, chest; release okafor; photos (not the face)`."""
    read = [_consent(item, choices) for item in _items(text, choices)]
    return [value for value, _ in read], [said for _, wrong in read for said in wrong]


def _items(text: str, choices: Sequence[str]) -> list[str]:
    """Between semicolons; a comma parts too, where one of the choices stands on each side of it."""
    out: list[str] = []
    for item in (each.strip() for each in text.split(";")):
        parts = [part.strip() for part in item.split(",")]
        out.extend(parts if all(len(begun(part, choices)) == 1 for part in parts if part) else [item])
    return [item for item in out if item]


def _consent(item: str, choices: Sequence[str]) -> tuple[Any, list[str]]:
    body, _, limits = item.partition(" (")
    body = body.strip()
    spaced = next((c for c in choices if "-" in c and body.casefold().startswith(c.replace("-", " "))), "")
    first, rest = (spaced, body[len(spaced) :]) if spaced else (body.partition(" ")[0], body.partition(" ")[2])
    what, wrong = choice(first, choices)
    names = [name.strip() for name in rest.split(",") if name.strip()]
    if wrong or (unclear := _unclear(what, names)):
        return what, wrong or [unclear]
    out: dict[str, Any] = {"for": what}
    if what == _RELEASE:
        out["to"] = names[0].replace(" ", "-")
    elif names:
        areas = [_place(name) for name in names]
        out["areas"] = areas if len(areas) > 1 else areas[0]
    if limits:
        out["limits"] = limits.rstrip(") ")
    return (what if len(out) == 1 else out), []


def _unclear(what: str, names: list[str]) -> str:
    """What is missing, or stands where it is not understood; empty where all is clear."""
    if what == _AREA:
        if not names:
            return "Which area? For example: sensitive-area gluteal"
        odd = next((name for name in names if _ANSWERS & set(name.casefold().split())), None)
        return f"{odd} is no body part; what is refused has a question of its own." if odd else ""
    if what == _RELEASE:
        return "" if len(names) == 1 else "To whom? One name of network.yaml, for example: release okafor"
    if names:
        return f"{what} stands alone: part several by ; and put limits into brackets, as in: {what} (not the face)"
    return ""


def _place(name: str) -> str:
    """A body part as an id, its side in front; `area` behind it says nothing."""
    words = name.casefold().removesuffix(" area").split()
    side = words.pop(0) if len(words) > 1 and words[0] in SIDES else ""
    return f"{side} {'-'.join(words)}".strip()


def guardian(work: Work) -> dict[str, Any]:
    """Who decides for the client by client.yaml; empty where nobody does."""
    return dict((work.folder.client and work.folder.client.guardian) or {})


def giver(work: Work) -> Callable[[str], tuple[Any, list[str]]]:
    """`client`, or `guardian` for the one named in client.yaml (the first letters do); else who it is, in words."""
    about = consent_choices(work)

    def read(text: str) -> tuple[Any, list[str]]:
        fits = begun(text, ("client", "guardian"))
        if fits == ["client"]:
            return "client", []
        if len(text) >= _LONG_ENOUGH and begun(text, about):
            return text, [f"{text[:40]} is no person. Who gives it? What it is about is asked next."]
        if fits != ["guardian"]:
            return text, []
        known = guardian(work)
        if not known:
            return text, ["client.yaml names no guardian; type who it is, or add guardian: there first."]
        return {key: known[key] for key in ("name", "relation") if key in known}, []

    return read
