"""Romanised Japanese in another spelling than Hepburn: Hizikata, Yoshitune, Shoutoku.

English texts write Japanese in Hepburn, with long vowels plain or under a macron. Kunrei letters (si, ti, tu, hu, zi,
sya) and the vowels of the keyboard (ou, uu) are slips or another system; a reader will not find the word. Only words
that are a reading of the source are judged, and vowels that meet are none that are long: Matsuura, Inoue. It is a
remark, but for names in Kunrei: who looks for Hizikata misses Hijikata.

Bad: 土方歳三が来た。 ⇒ Toshizo ⟦Hizikata⟧ came.
Bad: 聖徳太子の像だ。 ⇒ It is a statue of Prince ⟦Shoutoku⟧.
Good: 松浦と井上が来た。 ⇒ Matsuura and Inoue came.
Good: 大野と念仏寺へ行った。 ⇒ They went to Nembutsu-ji Temple with Ohno.
Good: 鹿児島の媒体だ。 ⇒ It is a media site of Kagoshima.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

RULE = Rule(
    id="romaji-spelling",
    summary="romanised Japanese that is not in Hepburn",
    severity="info",
    category="linguistic-conventions/spelling",
    needs="pair",
    fix="unsafe",
    yields_to=("name-mismatch", "name-drift", "term-missing", "name-forbidden", "term-forbidden"),
)
_SYSTEM = {"kunrei": "is Kunrei spelling", "keyboard": "writes a long vowel as one types it"}


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    side = segment.target
    if segment.source is None or context.lang != "en" or not segment.source.string:
        return
    from tqa.lang.names.romanised import unusual

    for one in unusual(segment.source.string, side.tokens):
        token = side.tokens[one.at]
        start, end = token.start, token.start + len(token.key)
        there = side.string[start:end]
        if side.is_protected(start, end) or any(hit.start <= start and end <= hit.end for hit in side.hits):
            continue
        written = one.hepburn.upper() if there.isupper() else one.hepburn
        written = written.capitalize() if there[:1].isupper() and not there.isupper() else written
        name = segment.source.string[one.start : one.end]
        lost = one.kind == "kunrei" and one.named and there[:1].isupper()  # nobody will find the person or the place
        message = f"“{there}” for {name} {_SYSTEM[one.kind]}; in Hepburn it is {written}"
        severity = "minor" if lost else ""
        yield Problem(segment, start, end, message, written, source=(one.start, one.end), severity=severity)
