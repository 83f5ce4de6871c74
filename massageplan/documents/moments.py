"""Moments of a course of care in words: days, visits, weeks, and what lies before or after them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from . import dates, dose

if TYPE_CHECKING:
    from .words import Words

_NUMBERED = re.compile(r"(?P<unit>visit|day|week|month|year) (?P<low>[0-9]{1,4})(?:-(?P<high>[0-9]{1,4}))?")
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")
_FRAMED = re.compile(r"(?:(?P<time>[0-9].*?) )?(?P<frame>before|after) (?P<rest>\S.*)")


def spoken(text: str, words: Words) -> str:
    """A moment as a client reads it: a date or `visit 4` in words; anything else as written."""
    return _core(text, "", words) or _framed(text, words) or text


def by(text: str, words: Words) -> str:
    """Until when something is due: "by visit 4", "by 7 July 2026"."""
    _ = words.gettext
    if rest := _about(text):
        # Translators: {moment} is such as "visit 4" or "by visit 4"
        return _("about {moment}", moment=by(rest, words))
    return _core(text, "by", words) or _("by {moment}", moment=spoken(text, words))


def _about(text: str) -> str:
    return text.removeprefix("about ") if text.startswith("about ") else ""


def _framed(text: str, words: Words) -> str | None:
    """`about visit 4`, `before visit 7`, `2 weeks after start`; None where it is none of these."""
    _ = words.gettext
    if rest := _about(text):
        return _("about {moment}", moment=spoken(rest, words))
    match = _FRAMED.fullmatch(text)
    if match is None:
        return None
    rest, before = match["rest"], match["frame"] == "before"
    when = _core(rest, match["frame"], words) or (
        _("before {moment}", moment=rest) if before else _("after {moment}", moment=rest)
    )
    time = dose.duration(match["time"] or "", words)
    return f"{time.number} {time.words} {when}".strip() if time else when


def _core(text: str, frame: str, words: Words) -> str | None:
    """A day, month, visit or other count in a frame (``, `by`, `before`, `after`); None where it is none of these."""
    _ = words.gettext
    if day := dates.parse(text):
        said = dates.long(day, words)
        return {
            "by": _("by {day}", day=said), "before": _("before {day}", day=said), "after": _("after {day}", day=said),
        }.get(frame, said)  # fmt: skip
    if match := _MONTH.fullmatch(text):
        said = dates.month(date(int(match["year"]), int(match["month"]), 1), words)
        # Translators: {moment} is a month or other stretch of time
        return {
            "by": _("by {moment}", moment=said),
            "before": _("before {moment}", moment=said),
            "after": _("after {moment}", moment=said),
        }.get(frame, said)
    if match := _NUMBERED.fullmatch(text):
        n = match["low"]
        if match["high"]:
            n = _("{low} to {high}", low=n, high=match["high"])
        return _numbered(match["unit"], n, words)[frame]
    return {"start": _start, "end": _end}[text](words)[frame] if text in ("start", "end") else None


def _start(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "": _("the start"), "by": _("by the start"), "before": _("before the start"), "after": _("after the start"),
    }  # fmt: skip


def _end(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {"": _("the end"), "by": _("by the end"), "before": _("before the end"), "after": _("after the end")}


def _numbered(unit: str, n: str, words: Words) -> dict[str, str]:
    """`visit 4` in each frame."""
    _ = words.gettext
    if unit == "visit":
        return {
            "": _("visit {n}", n=n), "by": _("by visit {n}", n=n),
            "before": _("before visit {n}", n=n), "after": _("after visit {n}", n=n),
        }  # fmt: skip
    if unit == "day":
        return {
            "": _("day {n}", n=n), "by": _("by day {n}", n=n),
            "before": _("before day {n}", n=n), "after": _("after day {n}", n=n),
        }  # fmt: skip
    if unit == "week":
        return {
            "": _("week {n}", n=n), "by": _("by week {n}", n=n),
            "before": _("before week {n}", n=n), "after": _("after week {n}", n=n),
        }  # fmt: skip
    if unit == "month":
        return {
            "": _("month {n}", n=n), "by": _("by month {n}", n=n),
            "before": _("before month {n}", n=n), "after": _("after month {n}", n=n),
        }  # fmt: skip
    return {
        "": _("year {n}", n=n), "by": _("by year {n}", n=n),
        "before": _("before year {n}", n=n), "after": _("after year {n}", n=n),
    }  # fmt: skip
