"""Manual pages of findings, for a terminal and for the docs."""

from __future__ import annotations

from typing import Protocol


class Page(Protocol):
    """A manual page: title and sections by heading."""

    @property
    def title(self) -> str:
        """The first line."""

    @property
    def sections(self) -> dict[str, str]:
        """Text by heading."""


def as_terminal(name: str, severity: str, page: Page) -> str:
    """The page as plain text."""
    parts = [f"{name} ({severity})\n{page.title}\n"]
    for heading, text in page.sections.items():
        body = "\n".join(f"  {line}" if line else "" for line in text.replace("::\n", ":\n").split("\n"))
        parts.append(f"{heading}\n{body}\n")
    return "\n".join(parts)


def as_markdown(name: str, severity: str, page: Page) -> str:
    """The page for docs/checks/."""
    parts = [f"# {name}\n\n*{severity}* · {page.title}\n"]
    for heading, text in page.sections.items():
        parts.append(f"## {heading}\n\n{_markdown(text)}\n")
    return "\n".join(parts)


def _markdown(text: str) -> str:
    """Example files become fenced blocks under their path."""
    out: list[str] = []
    fenced = False
    for line in text.split("\n"):
        indented = line.startswith("    ")
        if line.endswith("::") and not indented:
            line = f"`{line.removesuffix('::')}`"
        if indented and not fenced:
            out.append("```yaml")
            fenced = True
        elif fenced and line and not indented:
            while out[-1] == "":
                out.pop()
            out.extend(["```", ""])
            fenced = False
        out.append(line.removeprefix("    ") if fenced else line)
    if fenced:
        while out[-1] == "":
            out.pop()
        out.append("```")
    return "\n".join(out)
