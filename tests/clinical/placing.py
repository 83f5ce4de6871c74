"""The list of places that massageplan/clinical/placed.py holds, made from the library as it is now."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from massageplan.clinical.places import plain
from massageplan.clinical.shorthand.words import read_words
from massageplan.library.catalogue import Library
from massageplan.store import resources
from massageplan.text.reader import parse

from .conftest import SCHEMAS

BUILT_IN = Library(SCHEMAS, resources.BuiltIn())
DOCUMENT = parse("en.yaml", resources.words()).document
assert DOCUMENT is not None
WORDS = read_words(DOCUMENT.data, None)

HEAD = '''"""Where each place of the library lies, and other names for places; a region or place is before each colon.

Made from the regions, muscles and short words of the library, so that a check need not read them at each run:
`MPLAN_UPDATE=1 python -m pytest tests/clinical/test_places.py`.
"""

'''


def entry(kind: str, id: str) -> Mapping[str, object]:
    """The data of a built-in entry."""
    item = BUILT_IN.item(kind, id)
    assert item is not None
    return item.data


def listed(data: Mapping[str, object], key: str) -> list[str]:
    """A list of an entry, empty where it has none."""
    found = data.get(key) or []
    assert isinstance(found, list)
    return found


def also_called(region: str) -> list[str]:
    """Other names of a region."""
    words = entry("region", region)["en"]
    assert isinstance(words, dict)
    return [plain(name) for name in listed(words, "also-called")]


def table(rows: Mapping[str, Iterable[str]]) -> str:
    """Rows as lines of a module, none too long."""
    lines = [f"{head}: {' '.join(words)}" for head, words in rows.items() if list(words)]
    return "\n".join(textwrap.fill(line, 118, subsequent_indent="  ", break_on_hyphens=False) for line in lines)


def made() -> str:
    """The module as the library has it now."""
    regions = sorted(BUILT_IN.ids("region"))
    lying = {
        region: [region, *(p for p in listed(entry("region", region), "places") if p != region)] for region in regions
    }
    home = {place: region for region, places in lying.items() for place in places}
    further: dict[str, list[str]] = {}
    for muscle in sorted(BUILT_IN.ids("muscle")):
        for region in listed(entry("muscle", muscle), "regions"):
            if region != home[muscle]:
                further.setdefault(region, []).append(muscle)
    called: dict[str, list[str]] = {}
    taken = set(home)
    short = [(word, id) for word, id in WORDS.places.items() if word != id]
    for word, id in [*short, *((name, region) for region in regions for name in also_called(region))]:
        if word not in taken:
            taken.add(word)
            called.setdefault(id, []).append(word)
    says = {
        "LYING": ("The places of each region.", lying),
        "FURTHER": (
            "Muscles that reach into a region besides the one they are assessed with.",
            dict(sorted(further.items())),
        ),
        "CALLED": ("Other names of a place or region.", dict(sorted(called.items()))),
    }
    return HEAD + "\n".join(f'{name} = """\n{table(rows)}\n"""\n"""{doc}"""\n' for name, (doc, rows) in says.items())
