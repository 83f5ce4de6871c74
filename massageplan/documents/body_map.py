"""The body map in words: what stands beside a body, what the map does not show, and the whole for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..figures.bodymap.compare import compare
from ..figures.bodymap.drawing import draw
from ..figures.bodymap.felt import felt
from ..figures.bodymap.key import key as legend
from ..figures.bodymap.look import SCALE
from ..figures.bodymap.spots import Captions, Spot
from ..records.base import texts
from . import plain, plain_places
from .view import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..figures.bodymap.felt import Felt
    from ..figures.bodymap.kinds import Strength
    from ..figures.bodymap.look import Pattern, Shade
    from ..library.catalogue import Library
    from ..records.parts import Symptom
    from .words import Words


class BodyMap(Struct, frozen=True, kw_only=True):
    """What is felt at one date.

    Attributes:
        spots: what is drawn, with its words.
        lines: each symptom in words, whether drawn or not, in the order of the record.
        lacking: those, and the places of others, that the map has no zone for.
    """

    spots: tuple[Spot, ...] = ()
    lines: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def body_map(
    symptoms: Sequence[Symptom],
    library: Library,
    words: Words,
    before: Sequence[Symptom] = (),
    scale: str | None = None,
) -> BodyMap:
    """The symptoms of a record on the map.

    Args:
        before: an earlier list, by which a symptom is placed that now has only its name.
        scale: the practice's usual scale of pain, such as `vas`.
    """
    spots: list[Spot] = []
    lines: list[str] = []
    lacking: list[str] = []
    for each in felt(symptoms, library, before, scale):
        more = _more(each, words)
        for spot, places in zip(each.spots, each.places, strict=True):
            spots.append(replace(spot, name=_where([p.place for p in places], words), more=more))
        name = _name(each, words)
        lines.append(_line(name, each.strength, more, words))
        lacking += [name] if not each.spots else [_where([place], words) for place in each.lacking]
    return BodyMap(spots=tuple(spots), lines=tuple(lines), lacking=tuple(dict.fromkeys(lacking)))


def now(map_: BodyMap, words: Words, name: str = "now", scale: float = SCALE) -> Picture:
    """The map of one date: `map:now`."""
    said = " ".join((words.gettext("Body map."), *_seen(map_.lines, map_.lacking, words)))
    drawing = draw(map_.spots, name, scale=scale, captions=_captions(words), alternative=said)
    return Picture(name=name, svg=drawing.svg, said=said, lacking=map_.lacking)


def then_now(
    then: BodyMap, now: BodyMap, words: Words, days: tuple[str, str] | None = None, name: str = "then-now",
    scale: float = SCALE,
) -> Picture:  # fmt: skip
    """Two dates side by side, with one list between them: `map:then-now`.

    Args:
        days: what stands above either, such as their dates; *Then* and *Now* where None.
    """
    captions = _captions(words)
    heads = days or (captions.then, captions.now)
    lacking = tuple(dict.fromkeys((*then.lacking, *now.lacking)))
    said = [words.gettext("Body map.")]
    for head, map_ in zip(heads, (then, now), strict=True):
        said += [f"{head}:", *_seen(map_.lines, map_.lacking, words)]
    whole = " ".join(said)
    captions = replace(captions, then=heads[0], now=heads[1])
    drawing = compare(then.spots, now.spots, name, scale=scale, captions=captions, alternative=whole)
    return Picture(name=name, svg=drawing.svg, said=whole, lacking=lacking)


def key(words: Words, name: str = "key") -> Picture:
    """What the shades and patterns mean: `map:key`."""
    _ = words.gettext
    shades: list[tuple[Shade, str]] = [
        ("none", _("0 none")), ("mild", _("1 to 3 mild")), ("medium", _("4 to 6 medium")),
        ("strong", _("7 to 10 strong")),
    ]  # fmt: skip
    kinds: list[tuple[Pattern, str]] = [
        ("plain", _("Dull ache")), ("stripes", _("Tight, stiff")), ("crosses", _("Sharp, stabbing")),
        ("waves", _("Burning")), ("dots", _("Pins and needles")), ("dashes", _("Numb")),
    ]  # fmt: skip
    said = _("The darker, the stronger; each kind of feeling has its own pattern.")
    return Picture(name=name, svg=legend(shades, kinds, name, alternative=said).svg, said=said)


def _captions(words: Words) -> Captions:
    _ = words.gettext
    return Captions(right=_("Right"), left=_("Left"), then=_("Then"), now=_("Now"))


def _seen(lines: Sequence[str], lacking: Sequence[str], words: Words) -> list[str]:
    """The lines as sentences, and what is not shown."""
    out = [f"{line}." for line in lines] or [words.gettext("Nothing is marked.")]
    return [*out, not_shown(lacking, words)] if lacking else out


def not_shown(lacking: Sequence[str], words: Words) -> str:
    """What the map has no place for, in a sentence."""
    return words.gettext("Not on the map: {what}.", what=", ".join(lacking))


def _where(places: Sequence[str], words: Words) -> str:
    """Places in words, each once."""
    return plain.sentence(", ".join(dict.fromkeys(plain_places.spoken(place, words) for place in places)))


def _name(each: Felt, words: Words) -> str:
    """What a symptom is called: by its places, else by its name or kind."""
    places = texts(each.symptom.where)
    if places:
        return _where(places, words)
    return plain.sentence(_kind(each.symptom.id or each.symptom.what or "pain", words))


def _more(each: Felt, words: Words) -> str:
    """Of what kind, and when: `tingling, at night`."""
    _ = words.gettext
    symptom, strength = each.symptom, each.strength
    what = symptom.what if symptom.what and symptom.what != "pain" else None
    named = [_kind(what, words)] if what and symptom.where else []
    if strength.shade == "none" and strength.aspect == "now":
        return ", ".join((*named, _("not now") if what else _("no pain now")))
    aspects = {
        "usual": _("most of the time"), "worst": _("at its worst"), "least": _("at its least"), "rest": _("at rest"),
        "moving": _("when I move"), "night": _("at night"),
    }  # fmt: skip
    told = [aspects[strength.aspect]] if strength.aspect in aspects else [strength.words] if strength.words else []
    return ", ".join((*named, *(_kind(text, words) for text in texts(symptom.quality)), *told))


def _line(name: str, strength: Strength, more: str, words: Words) -> str:
    """One symptom in words: `Right low back: 7 of 10, tight, stiff`."""
    number = strength.number
    if not number:
        figure = words.gettext("strength not told")
    else:
        # Translators: {number} is how strong something is on a scale that ends with {most}
        figure = words.gettext("{number} of {most}", number=number, most=strength.of)
    return f"{name}: {', '.join(filter(None, (figure, more)))}"


def _kind(text: str, words: Words) -> str:
    """A word for what is felt in the reader's language, where it is a common one; else as written."""
    _ = words.gettext
    plainly = text.replace("-", " ").strip()
    return {
        "pain": _("pain"), "tingling": _("tingling"), "numbness": _("numbness"), "numb": _("numb"),
        "stiffness": _("stiffness"), "stiff": _("stiff"), "headache": _("headache"), "weakness": _("weakness"),
        "dizziness": _("dizziness"), "fatigue": _("tiredness"), "swelling": _("swelling"), "burning": _("burning"),
        "dull": _("dull"), "aching": _("aching"), "ache": _("ache"), "dull ache": _("dull ache"),
        "sharp": _("sharp"), "stabbing": _("stabbing"), "tight": _("tight"), "deep": _("deep"),
        "pulling": _("pulling"), "pressing": _("pressing"), "catching": _("catching"), "throbbing": _("throbbing"),
        "pins and needles": _("pins and needles"),
    }.get(plainly.lower(), plainly)  # fmt: skip
