"""A Japanese name or word in Latin letters that the source does not say, though one nearly like it.

“Yoshinawa” beside 義仲 is a slip for Yoshinaka. A name can be read in many ways, so a spelling is doubted only if no
reading of any characters of the source explains it (kanji readings in names, the tagger's readings, kana in brackets),
and if it differs by a letter or two from a reading that stands nowhere else in the translation; or if it is a given
name beside its family name, of which one kanji is read as no table says.

Bad: 源義仲は都に入った。 ⇒ MINAMOTO no ⟦Yoshinawa⟧ entered the capital.
Bad: 彼は蓮念（れんねん）と名乗った。 ⇒ He called himself ⟦Rennyen⟧.
Bad: 徳川家宣が継いだ。 ⇒ ⟦Takanobu⟧ TOKUGAWA followed.
Good: 源義仲は都に入った。 ⇒ MINAMOTO no Yoshinaka entered the capital.
Good: 菅義偉氏が語った。 ⇒ Yoshihide Suga spoke.
Good: 大野さんが来た。 ⇒ Mr. Ohno came.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.lang.distance import distance
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.en.tokens import Token

RULE = Rule(
    id="name-doubtful",
    summary="a name in Latin letters that no reading of the source explains, though one is near it",
    severity="minor",
    category="accuracy/mistranslation/name",
    needs="pair",
    status="preview",
    fix="unsafe",
    yields_to=("name-mismatch", "name-drift", "term-missing", "country-mismatch", "name-forbidden"),
)
_VOICELESS = str.maketrans("gzjdbp", "kstthh")
_SHORT = 4  # letters; shorter names are near to everything


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.source.string or context.lang != "en":
        return
    names = [token for token in segment.target.tokens if _name_like(token)]
    if not names:
        return
    from tqa.lang.ja.readings import spoken
    from tqa.lang.ja.romaji import fold

    source = segment.source.string
    said = [(start, end, reading, fold(reading)) for start, end, reading in spoken(source)]
    here, known = _written(segment), {row[3] for row in said}
    for token in names:
        if fold(token.key) in known:
            continue
        close = _closest(token, [row for row in said if row[3] not in here])
        if close is not None and not _explained(token, segment, context) and not _accepted(segment, token):
            start, end, reading, _ = close
            written = _cased(reading, token.text)
            shown = source[start:end]
            message = f"{shown} reads {written}; no reading of the source gives {token.text}"
            yield Problem(segment, token.start, token.end, message, suggestion=written, source=(start, end))
    yield from _halves(segment, context)


def _halves(segment: Segment, context: Context) -> Iterator[Problem]:
    """Given names of which one kanji is read right and the other as no table says."""
    from tqa.lang.names.halves import companions

    source, tokens = segment.source.string if segment.source else "", segment.target.tokens
    around = "\n".join(other.source.string for other in context.near(segment) if other.source is not None)
    for half in companions(source, around, segment.target.string, tokens):
        if half.rare and not _accepted(segment, tokens[half.at]):
            token, name = tokens[half.at], source[half.start : half.end]
            message = f"no table reads {name} so, which stands beside {tokens[half.beside].text} in the source"
            yield Problem(segment, token.start, token.start + len(token.key), message, source=(half.start, half.end))


def _name_like(token: Token) -> bool:
    return token.capital and len(token.key) >= _SHORT and token.key.isascii() and token.key.isalpha()


def _written(segment: Segment) -> set[str]:
    """What the translation says, folded: its words, and neighbours run together."""
    from tqa.lang.ja.romaji import fold

    words = [fold(token.key) for token in segment.target.tokens]
    return {"".join(words[at : at + size]) for at in range(len(words)) for size in (1, 2, 3, 4)}


def _closest(token: Token, said: list[tuple[int, int, str, str]]) -> tuple[int, int, str, str] | None:
    """The reading that differs from a name by a letter or two, if there is just one such reading."""
    from tqa.lang.ja.romaji import fold

    word = fold(token.key)
    near = [row for row in said if row[1] - row[0] > 1 and _near(word, row[3])]
    if not near or len({row[3] for row in near}) > 1:
        return None
    return min(near, key=lambda row: distance(word, row[3]))


def _near(word: str, reading: str) -> bool:
    most = 1 if max(len(word), len(reading)) < 7 else 2
    if min(len(word), len(reading)) < _SHORT or abs(len(word) - len(reading)) > most:
        return False
    if len(set(word) ^ set(reading)) > 2 * most:  # nearly always; spares the count of letters
        return False
    if word.startswith(reading) or reading.startswith(word) or word.endswith(reading) or reading.endswith(word):
        return False  # a part of it, or with a class word: Konoe and Konoe-ke
    if _bare(word) == _bare(reading):
        return False  # voiced in a compound or not, with an unwritten no or ga or without
    return 0 < distance(word, reading) <= most


def _bare(word: str) -> str:
    return word.replace("no", "").replace("ga", "").translate(_VOICELESS)


def _explained(token: Token, segment: Segment, context: Context) -> bool:
    """True if the source here or next door can be read so."""
    from tqa.lang.ja.readings import explained

    sources = (other.source for other in context.near(segment) if other.source is not None)
    return any(explained(token.key, source.string) for source in sources)


def _accepted(segment: Segment, token: Token) -> bool:
    """True if the glossary knows the word."""
    return any(hit.start <= token.start and token.end <= hit.end and hit.role != "avoid" for hit in segment.target.hits)


def _cased(reading: str, like: str) -> str:
    return reading.upper() if like.isupper() else reading.capitalize()
