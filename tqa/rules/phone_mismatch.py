"""A telephone number that is not the source's: another figure, or groups run together.

Nobody reads such numbers twice, and nothing else in the text gives them away. It holds for every long number in
groups, an ISBN too. A country code in place of the first zero, other hyphens, brackets and spaces are in order.

Bad: お電話は03-1234-5678まで。 ⇒ Call us at ⟦03-1234-5687⟧.
Bad: 電話番号は0120-555-019です。 ⇒ The number is ⟦0120555-019⟧.
Good: お電話は03-1234-5678まで。 ⇒ Call us at +81 3 1234 5678.
Good: 会期は2020-05-01から2020-05-10まで。 ⇒ It runs from May 1 to 10, 2020.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="phone-mismatch",
    summary="a telephone number that is not the source's",
    severity="major",
    category="accuracy/mistranslation/number",
    needs="pair",
    lang="any",
    fix="unsafe",
    yields_to=("untranslated", "unrelated"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or "-" not in segment.source.string.replace("－", "-"):
        return
    from tqa.lang.values.phones import differing, phones

    target = segment.target
    for one in phones(segment.source.string):
        other = differing(one, target.string)
        if other and not target.is_protected(other.start, other.end):
            wanted = segment.source.string[one.start : one.end]
            message = f"“{target.string[other.start : other.end]}”: the source has {wanted}"
            yield Problem(segment, other.start, other.end, message, wanted, source=(one.start, one.end))
