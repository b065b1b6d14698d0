r"""A line that belongs to the page, not to the text: a credit, a page turn, a notice of the site, an update stamp.

They are copied along with the original and translated as if they were text. A byline at the head of an article is
none of them. Where the source has the line too, it is not for the translation to leave it out.

Bad: ⟦Reporting and writing by: Jane Roe⟧
Bad: The talks went on.\n⟦(Continued on next page)⟧
Good: Report by Jane Roe\nThe talks went on.
Good: The photo by Jane Roe won the prize on the next page of her career.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="page-furniture",
    summary="a credit, page turn or other line of the page left in the text",
    severity="minor",
    category="design/layout",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is not None and segment.source.string.strip():
        return
    from tqa.lang.en.furniture import furniture

    text = segment.target.string
    start = 0
    for line in text.split("\n"):
        found = furniture(line)
        if found and line.strip():
            low = start + len(line) - len(line.lstrip())
            high = start + len(line.rstrip())
            yield Problem(segment, low, high, f"{found[0]} of the page, not of the text", severity=found[1])
        start += len(line) + 1
