"""Files that travel with the package: schemas, templates, examples and the built-in library."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..documents.press import Press, letters
from ..errors import NotReadable

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def folder(name: str) -> Path:
    """`schemas`, `templates` or `examples`: inside the installed package, or beside it in a checkout."""
    for place in (_PACKAGE / "resources" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise NotReadable(f"The installed package lacks its {name}/.", "install massageplan again")


def schema(path: str) -> str:
    """Text of a schema by its path below `schemas/`."""
    return (folder("schemas") / path).read_text(encoding="utf-8")


def words(language: str = "en") -> bytes:
    """The short words for one-line notes in a language."""
    return (_PACKAGE / "library" / "words" / f"{language}.yaml").read_bytes()


def languages() -> tuple[str, ...]:
    """Tags of the languages of documents: English, and those with a compiled catalogue below `templates/locale/`."""
    return ("en", *sorted(path.stem for path in (folder("templates") / "locale").glob("*.mo")))


def catalogue(tag: str) -> bytes | None:
    """The compiled messages of exactly this language; None where there are none."""
    known = tag != "en" and tag in languages()
    return (folder("templates") / "locale" / f"{tag}.mo").read_bytes() if known else None


def hard_words(language: str) -> bytes | None:
    """The list of hard words of a language; None where there is none."""
    path = _PACKAGE / "library" / "words" / f"hard-{language}.yaml"
    return path.read_bytes() if language.isalpha() and path.is_file() else None


class BuiltIn:
    """The shelf of the built-in library."""

    def ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder of the library."""
        place = _PACKAGE / "library" / folder
        return frozenset(p.name.removesuffix(".yaml") for p in place.iterdir() if p.name.endswith(".yaml"))

    def read(self, folder: str, id: str) -> tuple[str, bytes] | None:
        """Name to show and bytes of one entry."""
        path = _PACKAGE / "library" / folder / f"{id}.yaml"
        return (f"library/{folder}/{id}.yaml", path.read_bytes()) if path.is_file() else None


@cache
def template(name: str) -> str | None:
    """Text of a built-in template by its path below `templates/`, read once a process; None if there is none."""
    root = folder("templates")
    path = (root / name).resolve()
    return path.read_text(encoding="utf-8") if path.is_relative_to(root) and path.is_file() else None


@cache
def press() -> Press:
    """Fonts and style of a PDF, the same in every practice."""
    fonts = folder("templates") / "fonts"
    files = [path.read_bytes() for path in sorted(fonts.glob("*.ttf"))]
    style = template("style/mplan.typ")
    if not files or style is None:
        raise NotReadable("The installed package lacks the fonts or the style of a PDF.", "install massageplan again")
    return Press(str(fonts), style, frozenset.intersection(*map(letters, files)))
