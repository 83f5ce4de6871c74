"""Record values as plain text: a scalar, a list or a map of them, each as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def text(value: object) -> str:
    """One line: lists joined by commas, maps as `key: value`, nothing as empty."""
    if isinstance(value, Mapping):
        return ", ".join(f"{str(key).replace('-', ' ')}: {text(each)}" for key, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(filter(None, map(text, value)))
    return "" if value is None else str(value).strip()


def texts(value: object) -> tuple[str, ...]:
    """Each text of a value that may be one or a list; empty ones left out."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(filter(None, map(text, value)))
    one = text(value)
    return (one,) if one else ()


def sentence(words: str) -> str:
    """The text with a capital in front, otherwise as written."""
    return words[:1].upper() + words[1:]
