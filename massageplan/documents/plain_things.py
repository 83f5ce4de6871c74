"""What the library's exercises need, in the reader's words: a mat, a chair, a rolled towel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import plain

if TYPE_CHECKING:
    from .words import Words


def things(value: object, words: Words) -> str:
    """Things joined by commas, each in the reader's words where it is known, else as it is written."""
    return ", ".join(thing(each, words) or each for each in plain.texts(value))


def thing(name: str, words: Words) -> str | None:
    """A thing that an exercise of the built-in library asks for, or that is often used; None for any other."""
    _ = words.gettext
    return {
        "2 pillows": _("2 pillows"), "2-3 pillows": _("2 to 3 pillows"), "3 pillows": _("3 pillows"),
        "backpack": _("backpack"), "ball": _("ball"), "ball or cold bottle": _("ball or cold bottle"),
        "band": _("band"), "band optional": _("band, if you have one"), "bed": _("bed"), "bottle": _("bottle"),
        "box": _("box"), "broom": _("broom"), "cane or towel": _("cane or towel"), "chair": _("chair"),
        "chair for support": _("chair to hold on to"), "chair or bed": _("chair or bed"),
        "chair with arms or pillow": _("chair with arms, or a pillow"),
        "chair with low back": _("chair with a low back"), "clock": _("clock"), "cloth": _("cloth"),
        "cold pack": _("cold pack"), "cushion": _("cushion"), "desk": _("desk"), "diary": _("diary"),
        "door anchor": _("door anchor"), "doorway": _("doorway"), "dumbbell": _("dumbbell"),
        "dumbbells": _("dumbbells"), "elastic band": _("elastic band"), "foam roller": _("foam roller"),
        "heat pack": _("heat pack"), "lotion optional": _("lotion, if you like"), "mat": _("mat"),
        "mat or bed": _("mat or bed"), "mirror": _("mirror"), "none or two soft balls": _("nothing, or two soft balls"),
        "partner or strap": _("partner or strap"), "phone": _("phone"), "pillow": _("pillow"),
        "rail or chair": _("rail or chair"), "rolled towel": _("rolled towel"),
        "rubber twist bar": _("rubber twist bar"), "screen": _("screen"), "shoes": _("shoes"),
        "small weight or bottle": _("small weight or bottle"), "smooth floor": _("smooth floor"), "sock": _("sock"),
        "soft ball": _("soft ball"), "step": _("step"),
        "stick": _("stick"), "stick or broom": _("stick or broom"), "strap": _("strap"),
        "strap or towel": _("strap or towel"), "table": _("table"), "tape": _("tape"), "tennis ball": _("tennis ball"),
        "timer": _("timer"), "towel": _("towel"), "towel roll": _("rolled towel"), "two bags": _("two bags"),
        "wall": _("wall"), "wall or chair": _("wall or chair"), "weights": _("weights"),
    }.get(name.casefold())  # fmt: skip
