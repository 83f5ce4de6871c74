"""Whether a template can be used, without any data."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError

from .sandbox import Sandbox
from .words import ENGLISH


def problem(name: str, text: str) -> tuple[int, str] | None:
    """Line and sentence of a template's first mistake: grammar, or what no template here may do."""
    try:
        Sandbox(lambda _: None, ENGLISH).parse(text, name=name)
    except TemplateSyntaxError as error:
        return error.lineno, f"This template cannot be used: {(error.message or 'syntax').rstrip('.')}"
    return None
