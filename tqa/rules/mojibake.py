"""Text that was read with the wrong encoding, or lost in one: â€™ for ’, � for anything.

The reader sees rubbish. Where the bytes spell text in the right encoding, that text is proposed.

Bad: It don⟦â€™⟧t matter.
Good: “Café Pelé’s” is naïve, and Ångström wrote “MÜ”.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="mojibake",
    summary="text read with the wrong encoding",
    severity="major",
    category="design/character-encoding",
    fix="safe",
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    from tqa.lang.en.encoding import garbled

    text = segment.target.string
    for start, end, repaired in garbled(text):
        if segment.source is not None and text[start:end] in segment.source.string:
            continue  # an example of it
        if repaired and "\ufffd" not in repaired:
            message = f"“{text[start:end]}” is “{repaired}” read with the wrong encoding"
            if max(repaired) >= "\u3000":  # Japanese, which the reader of English cannot use either
                yield Problem(segment, start, end, message, others=(repaired,))
            else:
                yield Problem(segment, start, end, message, suggestion=repaired)
        elif "\ufffd" in (*text[start:end], *repaired):
            yield Problem(segment, start, end, "a character was lost when the text was decoded")
        elif text[start:end].isprintable():
            yield Problem(segment, start, end, f"“{text[start:end]}” looks like text read with the wrong encoding")
        else:
            yield Problem(segment, start, end, "a control character in the text", suggestion="", severity="minor")
