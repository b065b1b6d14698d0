"""One Japanese word written in two ways in one text: サーバ and サーバー, 引き渡し and 引渡し.

The reader wonders whether two things are meant, and a search finds only half of the places. The text's own majority
is the measure; compounds (引渡日), names and quotations have their own spelling. Kanji beside kana (出来る, できる) is a
matter of house style and only noted.

Bad: サーバーを起動する。サーバーに接続する。サーバーを選ぶ。⟦サーバ⟧を止める。
Bad: 引き渡しの日を決め、引き渡しを終えた。⟦引渡し⟧は済んだ。
Good: 引き渡しの日を決め、引渡書に署名した。人に会い、災難に遭う。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, report

RULE = Rule(
    id="spelling-variant",
    summary="one word written in two ways in one text",
    severity="minor",
    category="style/inconsistent/spelling",
    scope="document",
    lang="ja",
    fix="unsafe",
)
_KANJI_OR_KANA = 3  # so many times the other spelling makes a house style


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    from tqa.lang.ja.variants import variants

    words: dict[tuple[str, tuple[str, ...]], list[Use]] = {}
    for segment in segments:
        side = segment.target
        for found in variants(side.string, side.tokens):
            if side.quoted(found.start, found.end) or side.is_protected(found.start, found.end):
                continue
            form = side.string[found.start : found.end]
            one = Use(segment, found.start, found.end, found.spelling, form)
            words.setdefault((found.kind, found.word), []).append(one)
    for (kind, _), uses in words.items():
        if len({item.key for item in uses}) < 2 or (kind == "kana" and not _settled(uses)):
            continue
        for problem in report(uses, "one word", _spelling):
            yield problem._replace(severity="info") if kind == "kana" else problem


def _settled(uses: Sequence[Use]) -> bool:
    counts = sorted((sum(item.key == key for item in uses) for key in {item.key for item in uses}), reverse=True)
    return counts[0] >= _KANJI_OR_KANA * sum(counts[1:])


def _spelling(leader: Use, item: Use) -> str:
    """The word with the leader's stem; what conjugation adds stays as it is."""
    return leader.key + item.form[len(item.key) :]
