"""What is written twice in a row in Japanese: particles (をを, は、は) and phrases (必要です必要です, 保存保存).

Japanese doubles much on purpose (人々, どんどん, 一つ一つ, 何度も何度も, 待って待って), and a particle may stand before a word
that begins with its kana (にに in ににぎわう). So the words decide, and what may be speech or emphasis passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.ja.characters import is_kanji
from tqa.lang.ja.tagger import Token

_DOUBLED = frozenset("を が に は の で と も から まで より へ".split())
# Two particles of which the first can only end a phrase and the second needs one before it.
_CLASHING = frozenset("をが をに をの をで をへ をは がを にを はを はが".split())
_KANA_WORDS = {"は": ("ち", "と", "の"), "も": ("太", "す")}  # ちちとはは, 太もも: what may precede such a word
_CONTENT = frozenset(("noun", "verb", "adjective", "shape", "pronoun", "name", "adverb"))
_ASKING = ("何", "なん", "なに", "どこ", "どれ", "だれ", "誰", "いつ", "いく", "幾", "どう")
_LONGEST = 12  # words in a phrase


def particles(string: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, bool]]:
    """Doubled or clashing particles: the span of both, and whether they are the same.

    >>> from tqa.lang.ja.tagger import tokens
    >>> text = "本をを読み、ちちとははが笑い、町はにぎわう"
    >>> [text[a:b] for a, b, _ in particles(text, tokens(text))]
    ['をを']
    """
    for index in range(1, len(tokens) - 1):
        one, two = tokens[index], tokens[index + 1]
        comma = two.surface == "、" and index + 2 < len(tokens)
        if comma:
            two = tokens[index + 2]
        # The tagger takes a second で for a form of 出る.
        second = two.pos == "particle" or one.surface == two.surface == "で"
        if one.pos != "particle" or not second or not _phrase(tokens[index - 1]):
            continue
        same = one.surface == two.surface and one.surface in _DOUBLED
        if not same and (comma or one.surface + two.surface not in _CLASHING):
            continue
        if two.start - one.end != int(comma) or not _ends_there(string, one, two):
            continue
        yield one.start, two.end, same


def _phrase(token: Token) -> bool:
    return token.pos in _CONTENT or token.pos in ("number", "suffix")


def _ends_there(string: str, one: Token, two: Token) -> bool:
    """True where the second particle cannot be the start of a word in kana: a kanji, katakana or mark follows."""
    after = string[two.end : two.end + 1]
    if one.surface == "を" == two.surface:
        return True
    if "ぁ" <= after <= "ん" or not after:
        return False
    return string[one.start - 1 : one.start] not in _KANA_WORDS.get(one.surface, ())


def phrases(string: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The second copies of phrases that are written twice in a row.

    >>> from tqa.lang.ja.tagger import tokens
    >>> text = "設定が必要です必要です。何度も何度も試し、どんどん進み、保存保存を押す"
    >>> [text[a:b] for a, b in phrases(text, tokens(text))]
    ['必要です', '保存']
    """
    surfaces = [token.surface for token in tokens]
    at = 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if surfaces[at : at + n] == surfaces[at + n : at + 2 * n]), 0)
        if size and at + 2 * size <= len(tokens):
            chunk, again = tokens[at : at + size], tokens[at + size : at + 2 * size]
            glued = all(a.end == b.start for a, b in zip((*chunk, *again), (*chunk[1:], *again), strict=False))
            # 万歳万歳万歳 is said for effect, 予定の予定の予定番号 has three things to name
            third = surfaces[at + 2 * size : at + 2 * size + 1] == surfaces[at : at + 1]
            if glued and not third and (_twice(chunk) if size > 1 else _noun_twice(tokens, at)):
                yield again[0].start, again[-1].end
            at += size * 2
        else:
            at += 1


def _twice(chunk: Sequence[Token]) -> bool:
    """True for a phrase that nobody says twice for effect: not 少しずつ少しずつ, 何度も何度も, よかったよかった."""
    text = "".join(token.surface for token in chunk)
    if len(text) < 3 or any(token.pos in ("mark", "symbol", "interjection", "number") for token in chunk):
        return False
    if text.startswith(_ASKING) or chunk[-1].surface in ("ずつ", "も", "て", "で", "へ"):
        return False
    if len(chunk) == 2 and chunk[-1].surface == "に":
        return False  # 本当に本当に
    written = any(char > "\u3096" for char in text)  # katakana or kanji
    starts = chunk[0].pos in ("noun", "name", "pronoun", "verb", "shape", "adnominal")
    return written and starts and _closed(chunk[-1], text)


def _closed(last: Token, text: str) -> bool:
    return (last.pos == "particle" and last.surface in _DOUBLED) or text.endswith(("です", "ます", "ました", "でした"))


def _noun_twice(tokens: Sequence[Token], at: int) -> bool:
    """True for a noun that is no part of a compound (大学大学院), no time (毎日毎日) and no sound (ワンワン)."""
    token = tokens[at]
    if token.pos != "noun" or len(token.surface) < 2 or not token.known or "普通名詞" not in token.detail:
        return False
    if any(kind in token.detail for kind in ("副詞可能", "助数詞")):
        return False
    if not all(is_kanji(char) for char in token.surface):
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    alone = before is None or before.pos in ("particle", "mark", "auxiliary", "adnominal")
    return alone and after is not None and after.pos in ("particle", "auxiliary", "mark")


def repeats(string: str) -> bool:
    """True if a text holds anything twice that may be a word.

    >>> repeats("隣村から隣村へ"), repeats("朝は窓を開けるといいですよ。")
    (True, False)
    """
    import re

    word = r"[一-龯々][ぁ-ん]?[一-龯々]|[一-龯々][ぁ-ん]{2}|[ァ-ヶー]{3}|[A-Za-z]{3}|[ぁ-ん]{5}|\d{2}"
    return re.search(rf"({word})(?=.*\1)", string, re.DOTALL) is not None


def again(string: str) -> tuple[int, int, int] | None:
    """Seven characters or more that come again at once, or after a mark or two kana: both beginnings, and the length.

    >>> text = "私は庭が好きなのだ庭が好きなのだ"
    >>> again(text), again("早めに買うことも、借りることもできる。")
    ((2, 9, 7), None)
    """
    import re

    for match in re.finditer(r"(?=([^\s。、「」()（）]{7,30})([ぁ-ん、。,]{0,2})\1)", string):
        words = match.group(1)
        if re.search("[一-龯ァ-ヶ]", words) and len(set(words)) > 4:
            return match.start(1), match.end(2), len(words)
    return None
