"""A round amount written out in zeros where the English has a word for it: 23,000,000ドル for “$23 million”.

Japanese counts by 万, 億 and 兆; nobody reads a row of zeros, and one zero too many is not seen. Figures that the source
writes out, tables and exact amounts stay.

Bad: The firm bought the site for $23 million. ⇒ 同社は土地を⟦23,000,000ドル⟧で買った。
Good: The firm bought the site for $23 million. ⇒ 同社は土地を2300万ドルで買った。
Good: The firm bought the site for $23,000,000. ⇒ 同社は土地を23,000,000ドルで買った。
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="long-number",
    summary="a round amount written out in zeros",
    severity="minor",
    category="locale-conventions/number-format",
    needs="pair",
    lang="ja",
    fix="unsafe",
    yields_to=("number-mismatch", "number-scale", "untranslated", "unrelated"),
)
_ZEROS = "00,000"


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.source_lang != "en" or not any(z in side.string for z in (_ZEROS, "00000")):
        return
    from tqa.lang.en.numerals import scaled
    from tqa.lang.ja.numerals import in_zeros
    from tqa.lang.ja.write import figure

    if not scaled(segment.source.string):
        return
    for number in side.numbers:
        text = side.string[number.start : number.end]
        zeros = in_zeros(text)
        if zeros and isinstance(number.low, int) and number.low == number.high and number.kind != "code":
            better = figure(number.low) + text.removeprefix(zeros)
            message = f"“{zeros}” is written out in zeros, the source is not: {figure(number.low)}"
            yield Problem(segment, number.start, number.end, message, better)
