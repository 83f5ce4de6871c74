"""A practice's own templates: found before the built-in ones, and compiled by `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Finding
from ..span import Span
from ..store import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.files import Files


_OURS = frozenset(("style/page.css", "style/page.js"))
"""Behind the client's page stands a script that counts: its words are the practice's to change, it is not."""


def loader(files: Files | None) -> Callable[[str], str | None]:
    """Gives a template's text by its path below `templates/`; the practice's own wins."""

    def load(name: str) -> str | None:
        own = f"templates/{name}"
        if files and name not in _OURS and files.has(own):
            raw = files.read(own)
            if not isinstance(raw, Finding):
                return raw.decode("utf-8", "replace")
        return resources.template(name)

    return load


def broken(files: Files) -> list[Finding]:
    """One finding for each template of the practice that cannot be used."""
    from ..documents.check import problem

    out = []
    for name in files.templates():
        file = f"templates/{name}"
        raw = files.read(file)
        if isinstance(raw, Finding):
            out.append(raw)
            continue
        found = problem(name, raw.decode("utf-8", "replace")) if name.endswith(".j2") else None
        if found:
            line, message = found
            out.append(Finding("broken-template", f"{message}.", Span(file, line), "mend it, or delete it"))
    return out
