"""Texts that try to be more than text, and a way to put one into every field of a handout."""

from __future__ import annotations

from typing import Any

from massageplan.documents.handout import HandoutInput
from massageplan.documents.view import PracticeCard

HOSTILE = (
    "am | pm",
    "Jane\n# Owned",
    "Jane\n\n## Owned\n\ntext",
    "Jane\n===",
    "Jane\n---\n",
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='http://evil.example'>click</a>",
    "<!-- gone -->",
    "<![CDATA[ gone ]]>",
    "<?php gone ?>",
    "</div></div></main>",
    '<div class="goal" markdown="1">',
    "[click](http://evil.example)",
    "[click](javascript:alert(1))",
    "![pic](http://evil.example/x.png)",
    "![pic](file:///etc/passwd)",
    "[ref][1]\n\n[1]: http://evil.example",
    "<http://evil.example>",
    "http://evil.example and www.evil.example",
    "{{ 7 * 7 }}",
    "{% include 'handout/parts/foot.md.j2' %}",
    "{# gone #}",
    "{{ view.__class__ }} {name} %s {0}",
    "x {.numbered #id onclick=alert(1)}",
    "{: onclick=alert(1) }",
    "**bold** *it* __b__ _i_ ~~s~~ ^2^",
    "`code` ``` fence ```",
    "    four spaces",
    "\tcode?",
    "- a\n- b\n1. c",
    "> quote",
    "&lt;script&gt; &amp; &#60;b&#62; &copy",
    "back\\slash \\* \\| \\",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "☐☐ ____ ☑",
    "\ue0000\ue001 \x02amp\x03 \x02wzxhzdk:0\x03",
    "\u202egnirts desrever",
    "[" * 2_000,
    "名前 имя שם 🧘‍♀️",
)


def everywhere(text: str) -> HandoutInput:
    """A handout with the text in every field that takes text, one homework line without and one with an entry."""
    item: dict[str, Any] = dict.fromkeys(
        ("sets", "reps", "hold", "rest", "length", "each", "often", "weeks", "load", "amount", "pressure", "grade",
         "who", "words", "from", "until", "where"), text,
    )  # fmt: skip
    item |= {key: [text, text] for key in ("at", "with", "how", "progress", "stop-if", "days")}
    item |= {"settings": {text: text}, "do": "own", "id": text}
    block = {
        "name": text,
        "goal": text,
        "prepare": [text],
        "do": [text, text],
        "breathe": text,
        "safe": [text],
        "too-hard": text,
        "too-easy": text,
        "ask": text,
        "stop-if": [text],
        "feel": text,
    }
    return HandoutInput(
        practice=PracticeCard(name=text, phone=text, email=text, emergency=text, therapist=text, therapist_first=text),
        client=text,
        items=(item, {**item, "do": "known"}),
        exercises={"known": {"easier": "next", "harder": "next", "en": block}, "next": {"en": block}},
        goals=(text, text),
        expect={"by": text, "words": text},
        shown_on=text,
        week=1,
        why=text,
        advice=(
            {"say": text},
            {"say": text, "do": "known"},
            {"say": text, "sign": "sign"},
            {"say": text, "sign": "none"},
        ),
        signs={"sign": {"en": {"notice": [text]}}},
        stop=(text,),
        pain_rule=text,
        next_visit=text,
        helpers=((text, text, text), (None, text, None)),
        confidence=text,
        notes=(text,),
        record=text,
    )
