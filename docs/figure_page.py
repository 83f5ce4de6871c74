"""docs/figures.md: how a figure is written, and every word it may have, out of the tables it is read with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from massageplan.figures.bases import BASES
from massageplan.figures.places import PLACES, SIDED_PLACES
from massageplan.figures.reading import MOST_ARROWS, MOST_POSES, MOST_PROPS, MOST_ZONES
from massageplan.figures.vocabulary import (
    ARROW_KINDS,
    CHAINS,
    CROPS,
    DIRECTIONS,
    FOOT_KINDS,
    HAND_KINDS,
    LAYOUTS,
    LIMBS,
    MARKS,
    MIDDLE_JOINTS,
    MOVES,
    PLURALS,
    REST_GROUPS,
    REST_PARTS,
    THINGS,
    VIEWS,
    WORLD_DIRECTIONS,
)
from massageplan.figures.zones import MIDDLE_ZONES, ZONES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massageplan.figures.vocabulary import Thing

HEAD = """# Figures

The picture of an exercise is written in words, in the exercise's own file: a base, what each pose changes in it,
things, where it is felt, and arrows. The built-in exercises are drawn so, and yours can be.

```
mplan library figure glute-bridge                          the figure as SVG
mplan library figure glute-bridge --open                   in the browser; --out FILE keeps it
mplan library figure library/exercises/side-reach.yaml     of a file: what is wrong with it is told, to the character
mplan library figure library/exercises/side-reach.yaml --watch
mplan library sheet --open                                 all of them on one page
```

## One in five minutes

1. **Copy.** Find the nearest figure on the page of `mplan library sheet`. Put what `mplan library figure ID
   --words` prints into your own file, `library/exercises/NAME.yaml`, such as the whole one below.
2. **Watch.** `mplan library figure FILE --watch` names a page, and opens it where you work in a terminal. The page
   follows your file; a slip is told with its line and column, and the last good drawing stays. Ctrl-C ends it.
3. **Change words.** Begin with the base, then the joints, one after the other; last the things and one arrow.
4. **Look.** Would somebody who reads nothing know what to do? Two poses and one arrow say more than five arrows.
   `mplan check` tells a joint too far, a part below the floor, a hand out of reach, a tint that is hidden and somebody
   who would fall. That an arm goes through the body or a leg through a chair only your eye tells.

```yaml
# library/exercises/standing-leg-curl.yaml: all that a file needs; mplan schema library/exercise has every key
en: {reviewed: false, name: Standing leg curl, do: [Bend one knee. Your heel comes up behind.]}
group: strength
regions: [thigh]
dose: {reps: 10, often: daily, source: house-rules, verified: false}
scope: remedial-exercise
sources: [house-rules]
figure:
  base: standing
  props: [chair at hands]
  highlight: [hamstring.right]
  all: {hands: "at forward 30, down 38", fingers: curl 60}
  poses:
    start: {}
    end: {rest: foot.left, knee.right: flex 85, ankle.right: plantar 10, foot.right: free}
  arrows: [follow heel.right dx -14]
```

| I want | I write |
|---|---|
| lie, knees bent, lift the hips | `base: hook-lying`, and in the pose `{body: lean-back 22, rest: back, feet: stays}` |
| bend the trunk | `lumbar` and `thorax` together: `{lumbar: bend-left 20, thorax: bend-left 14}` |
| feet apart | `hips: abd 10` |
| stand on one leg | `rest: foot.left`, `foot.right: free` |
| an arm overhead | `arm.right: up` in the room; `shoulder.right: abd 175` if it goes with the trunk |
| an arm that hangs straight down while the trunk bends | `arm.left: down` and `forearm.left: down` |
| hold a chair, a table | `hands: "at forward 30, down 38"`, and the thing comes to the hands: `chair at hands` |
| sit down, stand up | `base: seated` in one pose, `base: standing` in the other; the chair stays |
| feel it at the side of the trunk | `highlight: [flank.right]` |
| slide a hand on | `hand.right: "stays, forward 30"` |

- **Joints** move with the part above them: a `shoulder` goes where the trunk goes. **Directions** are the room's:
  `arm.left: down` is down however the trunk bends.
- `at` for a hand is centimetres from its own shoulder, for a foot from its hip.
- An arrow that lies over what it shows is moved on the page by `dx` and `dy`, centimetres to the right and up; `gap`
  is its distance from the skin.

- A **base** is a complete pose that touches the floor. A pose says only what is otherwise; the body finds the
  floor by itself.
- **Numbers** are degrees from standing upright with the arms hanging, never negative: the word gives the way,
  `flex 20` or `ext 20`. Several are parted by commas: `shoulders: abd 90, er 90`.
- Inside braces a phrase with a comma stands in quotes: `{shoulders: "abd 90, er 90"}`.
- `hips`, `knees`, `hands` mean both sides; `knee.left` alone goes before them. Where one side works, draw the
  **right** one. A line of homework for the left (`where: left ...`) is drawn the other way round, and so is
  `--other-side`.
- **Things** follow the body: the chair comes under the seat, the wall to the palms. Nothing has coordinates.
- The first pose is step 1 of the text, the second step 2: their numbers are the same.
- What has no posture to show has `figure: none`.
- For those who cannot see it, the picture is told in words made from the poses, in the language of the sheet.
  Read them (`mplan library figure ID` has them as its label): where they say too little, `alt:` gives your own,
  `alt: {en: Lying on the back, hips lifted.}`. The other side is told in the made words, as yours name one side.

On a handout all figures have one scale, the largest at which each has room. They are drawn anew for it, so that
lines stay as wide; only large print enlarges the finished drawing.
"""


def figure_page() -> str:
    """The page: what a figure is, then its words, a table for each kind."""
    return "\n".join([HEAD, *_keys(), *_joints(), *_limbs(), *_things(), *_arrows(), *_places()])


def _keys() -> list[str]:
    rows = [
        ("base", _words(BASES)),
        ("view", f"{_words(VIEWS)}; or `turn 14, lift 40`: degrees from the person's right side, and upwards"),
        ("layout", f"{_words(LAYOUTS)}; `pair` where there are several poses and none is said"),
        ("crop", f"{_words(CROPS)}: the part shown, larger"),
        ("props", f"up to {MOST_PROPS} things"),
        ("highlight", f"up to {MOST_ZONES} zones; `highlight-all: true` tints each pose"),
        ("all", "what holds for each pose"),
        ("pose, poses", f"one, or up to {MOST_POSES} under names, the first being how it begins"),
        ("arrows", f"up to {MOST_ARROWS}, on the last pose"),
        ("layers", "`hand.left over face`, where depth alone decides wrongly"),
    ]
    pose = [
        ("rest", f"what touches the floor, one or two of {_words(REST_GROUPS)}; or one part: "
                 f"{_words(REST_PARTS)}, each with `.left` or `.right`"),
        ("pin", "a place that stays where it was in the first pose"),
        ("lift, head-rest", "centimetres of the body, or of the back of the head, above the floor"),
        ("eyes", "`closed`"),
        ("mark", f"{_words(MARKS)}: the right way, and the wrong one"),
        ("base, props, highlight, arrows", "those of this pose alone"),
    ]  # fmt: skip
    return [_table("Keys of a figure", ("key", "words"), rows), _table("Keys of a pose", ("key", "words"), pose)]


def _joints() -> list[str]:
    both = {joint: plural for plural, joint in PLURALS.items()}
    rows = []
    for joint, moves in MOVES.items():
        name = joint if joint in MIDDLE_JOINTS else f"{both[joint]}, {joint}.left, {joint}.right"
        rows.append((name, f"{_words(moves)}{' (centimetres)' if joint in ('belly', 'scapula') else ''}"))
    return [_table("Joints", ("joint", "words, each with its degrees"), rows)]


def _limbs() -> list[str]:
    both = {limb: plural for plural, limb in PLURALS.items()}
    way = f"a direction of the world ({_words(WORLD_DIRECTIONS)}), with tilts: `forward, up 5`"
    said = {
        "hand": f"{_words(HAND_KINDS)}; `on belly, headward 4, elbow wide`, `hold shin.right`, `wall forward 46`",
        "foot": f"{_words(FOOT_KINDS)}; `flat, up 7`, `on knee-top.left, knee right, up 20`",
        "shank": f"{way}; `flat` lies on the floor",
    }
    rows = [(f"{both[limb]}, {limb}.left, {limb}.right", said.get(limb, way)) for limb in LIMBS]
    own = _words(each for each in DIRECTIONS if each not in WORLD_DIRECTIONS)
    note = f"Directions beside the world's are the body's own: {own}.\n"
    return [_table("Limbs", ("limb", "what it does"), rows), note]


def _things() -> list[str]:
    rows = [(kind, "; ".join(_ways(kind, how))) for kind, how in THINGS.items()]
    return [_table("Things", ("thing", "how it may stand"), rows)]


def _ways(kind: str, how: Thing) -> list[str]:
    ways = ["by itself"] if how.alone else []
    ways += [f"`{kind} {relation} ...`" for relation in how.relations]
    ways += [f"`{kind} hand.right > hand.left`"] if kind in CHAINS else []
    ways += [f"`{kind} {flag}`" for flag in how.flags]
    return ways


def _arrows() -> list[str]:
    said = {
        "follow": ("`follow knee.right`", "the way of a place from the first pose to this one"),
        "at": ("`at seat up 18 gap 6`", "away from a place: direction and centimetres"),
        "to": ("`to chin back 18`", "towards a place"),
        "turn": ("`turn pelvis ccw radius 17 begin 15 sweep 110`", "round a place, `cw` or `ccw`, degrees on the page"),
        "breath": ("`breath in`", "air on its way in or out"),
    }
    rows = [(kind, *said[kind]) for kind in ARROW_KINDS]
    return [
        _table("Arrows", ("arrow", "for example", "shows"), rows),
        "Behind it may stand `gap N` (centimetres from the body), `bulge N` (how far a way is bent), `dx N`, `dy N` "
        "(centimetres on the page), `both` (two heads).\n",
    ]


def _places() -> list[str]:
    kinds: dict[bool, list[str]] = defaultdict(list)
    for zone in ZONES:
        kinds[zone in MIDDLE_ZONES].append(zone)
    rows = [
        ("places of the middle", _words(place for place in PLACES if place not in SIDED_PLACES)),
        ("places with `.left` or `.right`", _words(place for place in PLACES if place in SIDED_PLACES)),
        ("zones of the middle", _words(kinds[True])),
        ("zones with `.left` or `.right`", _words(kinds[False])),
    ]
    return [_table("Places and zones", ("where", "words"), rows)]


def _words(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"## {title}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n{body}"
