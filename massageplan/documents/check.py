"""Whether a template can be compiled, without any data."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_SYNTAX = ImmutableSandboxedEnvironment()


def problem(name: str, text: str) -> tuple[int, str] | None:
    """Line and sentence of a template's first mistake in Jinja's grammar; None if it compiles."""
    try:
        _SYNTAX.parse(text, name=name)
    except TemplateSyntaxError as error:
        return error.lineno, f"This template cannot be read: {(error.message or 'syntax').rstrip('.')}"
    return None
