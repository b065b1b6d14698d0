"""A full-width letter, digit or punctuation mark, or a Japanese sign, in English text.

They come from the Japanese input and look out of place; searches and line breaks go wrong. Japanese that is quoted
in the text keeps its own punctuation; ornamental brackets and bullets are only mentioned.

Bad: The bus runs from Nara⟦、⟧Kyoto and Osaka.
Bad: Prices rose by 8⟦％⟧ in the ⟦Ｇ７⟧ countries.
Good: The title is “「雪国」”, or Snow Country, and the room is 20 °C.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="fullwidth-character",
    summary="a full-width or Japanese character in English text",
    severity="minor",
    category="locale-conventions/characters",
    fix="safe",
    yields_to=("mojibake",),
)
_CLOSERS = {"】": "【", "》": "《", "〉": "〈", "〕": "〔", "〗": "〖"}
_ORNAMENTS = frozenset("【】《》〈〉〔〕〖〗＊｜㎜㎝㎞㎎㎏㏄㎡㎢㎥℃㍑㌔")


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    text = segment.target.string
    if text.isascii():
        return
    from tqa.lang.en.scripts import plain, wide

    for start, end in wide(text):
        if segment.target.is_protected(start, end):
            continue
        run = text[start:end]
        if run in _CLOSERS and _CLOSERS[run] in text[:start]:
            continue  # said where the ornament opens
        if run == "・" and _is_a_name(segment, start, end):
            continue
        light = _ORNAMENTS.issuperset(run) or (run == "・" and _is_bullet(text, start))
        suggestion = plain(text, start, end)
        others = () if suggestion is not None else _choices(text, start, end)
        shown = "an ideographic space" if run.isspace() else f"“{run}” is written with Japanese characters"
        yield Problem(segment, start, end, shown, suggestion, others, severity="info" if light else "")


def _is_a_name(segment: Segment, start: int, end: int) -> bool:
    """True for ROCK・ON where the source writes it so: a title of its own making."""
    text, source = segment.target.string, segment.source
    around = text[:start].split(" ")[-1] + text[start:end] + text[end:].split(" ")[0]
    name = around.strip("\"'“”‘’.,()")
    return source is not None and len(name) > 2 and name in source.string


def _is_bullet(text: str, at: int) -> bool:
    return not text[:at].strip() or text[at - 1] in "\n " or text.startswith("・")


def _choices(text: str, start: int, end: int) -> tuple[str, ...]:
    """What may be meant by a sign that English writes in several ways."""
    run = text[start:end]
    if run in ("～", "〜"):
        figures = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
        return ("–", " to ") if figures else (" – ", " to ")
    if run == "・":
        return (", ", "/", " and ")
    if run == "ー":
        return ("-", "–")
    brackets = {"『": "“", "』": "”", "【": "[", "】": "]", "〔": "[", "〕": "]", "〈": "‘", "〉": "’", "《": "“", "》": "”"}
    written = "".join(brackets.get(char, "") for char in run)
    return (written,) if len(written) == len(run) else ()
