"""Full-width figures or words among half-width ones, or the reverse, in one text.

A text settles on one width. Single full-width figures beside longer half-width numbers (３人, 12人) and single
full-width letters (Ａ社) are a convention of their own, and so is what stands in quotations and code.

Bad: 2021年に12社、2022年に15社、2023年に20社が加わり、⟦２０２４⟧年は減った。
Good: 12人が３回、15人が４回、20人が５回、30人が６回、40人が７回。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.model import Place, Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import SHOWN, Use

RULE = Rule(
    id="width-mix",
    summary="full-width and half-width figures or words in one text",
    severity="minor",
    category="locale-conventions/width",
    scope="document",
    lang="ja",
    fix="unsafe",
)
_CLEAR, _SHARE = 5, 4  # a majority: so many places, and so many times the minority
_MATTERS = ("number", "figure", "word")
_NAMES = {"full": "full-width", "half": "half-width"}


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    found: dict[tuple[str, str], list[Use]] = {}
    for segment in segments:
        if segment.kind == "heading":
            continue
        side = segment.target
        for match in _runs().finditer(side.string):
            if not side.quoted(*match.span()) and not side.is_protected(*match.span()):
                text, width = match.group(), "half" if match.group().isascii() else "full"
                matter = "word" if text[0].isalpha() else "number" if len(text) > 1 else "figure"
                found.setdefault((matter, width), []).append(Use(segment, *match.span(), width, text))
    for matter in _MATTERS:
        uses = [found.get((matter, width), []) for width in ("half", "full")]
        few, many = sorted(uses, key=len)
        if few and len(many) >= max(_CLEAR, _SHARE * len(few)):
            yield from _report(matter, many, few)


def _report(matter: str, many: Sequence[Use], few: Sequence[Use]) -> Iterator[Problem]:
    count = f"{len(few)} beside {len(many)}"
    message = f"a {_NAMES[few[0].key]} {matter} in a text with {_NAMES[many[0].key]} ones ({count})"
    for item in few[:SHOWN]:
        rest = few[SHOWN:] if item is few[0] else ()
        related = tuple(Place(one.segment, one.start, one.end, f"here “{one.form}”") for one in (many[0], *rest))
        yield Problem(item.segment, item.start, item.end, message, _other_width(item.form), related=related)


def _other_width(text: str) -> str:
    return "".join(chr(ord(char) + (0xFEE0 if char.isascii() else -0xFEE0)) for char in text)


@cache
def _runs() -> re.Pattern[str]:
    """Numbers and words of one width that no code, version, date or other width is part of."""
    beside = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,:/_+%-]"
    return re.compile(
        rf"(?<!{beside})(?:[0-9]+|[０-９]+|[A-Za-z]{{2,}}|[Ａ-Ｚａ-ｚ]{{2,}})(?!{beside})"
    )
