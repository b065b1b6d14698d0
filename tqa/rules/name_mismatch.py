"""A Japanese name spelled otherwise than the source says.

Where the source gives a reading in kana, 勝覚（しょうがく）, another one is wrong. Elsewhere a name may have many readings, so
only a spelling is reported that none of them explains and that is a letter off the usual one, Yoshinawa for 義仲, or
that stands beside the other half of a full name, which is right: Ryohei KOIDE for 小磯良平. Emperors and provinces
have one reading, whatever else their characters can be; a name of China or Korea is read as it is there.

Bad: 源義仲は都に入った。 ⇒ MINAMOTO no ⟦Yoshinawa⟧ entered the capital.
Bad: 勝覚（しょうがく）は僧である。 ⇒ ⟦Jogaku⟧ was a monk.
Bad: 小磯良平の絵だ。 ⇒ It is a picture by Ryohei ⟦Koide⟧.
Bad: 父は平城天皇である。 ⇒ His father was Emperor ⟦Heijo⟧.
Bad: 中国の張建国氏が来た。 ⇒ China's ⟦Cho Kenkoku⟧ came.
Good: 源義仲は都に入った。 ⇒ MINAMOTO no Yoshinaka entered the capital.
Good: 勝覚（しょうがく）は僧である。 ⇒ Shogaku was a monk.
Good: 大野さんが来た。 ⇒ Mr. Ohno came.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqa.model import Problem, Segment
from tqa.rules import Context, Rule

if TYPE_CHECKING:
    from tqa.lang.names.halves import Companion
    from tqa.lang.names.one_reading import Misread
    from tqa.lang.names.sinitic import Reading
    from tqa.lang.names.slips import Slip

RULE = Rule(
    id="name-mismatch",
    summary="a Japanese name spelled otherwise than the source says",
    severity="minor",
    category="accuracy/mistranslation/name",
    needs="pair",
    fix="unsafe",
    yields_to=("person-mismatch", "name-drift", "term-missing", "country-mismatch", "name-forbidden"),
)


def check(segment: Segment, context: Context) -> Iterator[Problem]:
    if segment.source is None or not segment.source.string or context.lang != "en":
        return
    tokens = segment.target.tokens
    if not any(token.capital for token in tokens):
        return
    done: set[int] = set()
    for problem, first, last in _found(segment, segment.source.string, context.sources_near(segment)):
        if problem is not None and not done & set(range(first, last + 1)):
            done |= set(range(first, last + 1))
            yield problem


def _found(segment: Segment, source: str, around: str) -> Iterator[tuple[Problem | None, int, int]]:
    """What is to be said, with the tokens that it is said of; the surest first."""
    from tqa.lang.names.halves import companions
    from tqa.lang.names.one_reading import misread
    from tqa.lang.names.sinitic import japanese_readings
    from tqa.lang.names.slips import slips

    tokens = segment.target.tokens
    for reading in japanese_readings(source, tokens):
        yield _japanese(segment, source, reading), reading.first, reading.last
    for one in misread(source, tokens):
        yield _problem(segment, one.at, one.at, one, f"{source[one.start : one.end]} is read here "), one.at, one.at
    for slip in slips(source, around, tokens):
        name = source[slip.start : slip.end]
        why = f"the source says that {name} is read " if slip.given else "no reading of the source gives this"
        why += "" if slip.given else f": {name} is read " if slip.reading else f"; {name} has no other counterpart"
        problem = _problem(segment, slip.first, slip.last, slip, why)
        if problem is not None and slip.given:
            problem = problem._replace(severity="major")
        yield problem, slip.first, slip.last
    for half in companions(source, around, segment.target.string, tokens):
        if half.rare:
            continue  # told by name-doubtful
        name, beside = source[half.start : half.end], tokens[half.beside].text
        why = f"{name}, which stands beside {beside} in the source, cannot be read so"
        why += "; usually it is " if half.reading else ""
        yield _problem(segment, half.at, half.at, half, why), half.at, half.at


def _japanese(segment: Segment, source: str, found: Reading) -> Problem:
    """What is to be said of a Chinese or Korean name that is read as if it were Japanese."""
    start, last = segment.target.tokens[found.first].start, segment.target.tokens[found.last]
    there = segment.target.string[start : last.start + len(last.key)]
    whose = {"South Korea": "Korean", "North Korea": "Korean"}.get(found.where, "Chinese")
    name = source[found.start : found.end]
    message = f"“{there}”: this is how Japanese reads {name}, a {whose} name"
    message += f"; it is {found.pinyin}" if found.pinyin else ""
    at = (found.start, found.end)
    return Problem(segment, start, start + len(there), message, found.pinyin or None, source=at, severity="major")


def _problem(segment: Segment, first: int, last: int, found: Slip | Companion | Misread, why: str) -> Problem | None:
    """What is to be said of the tokens `first` to `last`, unless the glossary has them for something in the source."""
    from tqa.lang.en.words import words

    side, source = segment.target, segment.source.string if segment.source else ""
    start, end = side.tokens[first].start, side.tokens[last].start + len(side.tokens[last].key)
    hits = (hit for hit in side.hits if hit.start <= start and end <= hit.end and hit.role != "avoid")
    if any(not hit.term.ja or any(form in source for form in hit.term.ja) for hit in hits):
        return None
    there = side.string[start:end]
    if side.sentence_at(start)[0] == start and first == last and words().is_common(there.lower()):
        return None  # Beware, Take care: the capital says nothing
    written = found.reading.upper() if there.isupper() else found.reading.capitalize()
    suggestion = written if first == last and written else None
    return Problem(segment, start, end, f"“{there}”: {why}{written}", suggestion, source=(found.start, found.end))
