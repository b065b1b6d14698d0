"""One name in two spellings, or one Japanese name in two orders.

Saito here and Saitou there, Zelensky and Zelenskyy: the reader counts two people, and a search finds half the text.
Different people with like names have different company (Taro Saito, Jiro Saitoh), and are left alone; so are
peoples, plurals and ordinary words.
Kenta Ueda beside Ueda Kenta leaves him guessing which is the family name.

Bad: Mr. Saitou arrived and Kenji Saitou spoke. Only ⟦Saitō⟧ was silent. Saitou left, and Saitou did not return.
Bad: President Lukashenko came with his son. The talks with Lukashenko failed, and ⟦Lukashenka⟧ left.
Bad: Kenta Ueda came first. The line of Kenta Ueda won, and ⟦Ueda Kenta⟧ smiled.
Good: Taro Ohno plays for Hiroshima, and Jiro Ono sings.
Good: The Russians know Russia, and a Russian said so to Berliners in Berlin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tqa.lang.en.names import (
    as_person,
    japanese_names,
    neighbourhoods,
    one_slip,
    one_sound,
    plain,
    transliterations,
)
from tqa.lang.en.phrases import is_content
from tqa.lang.en.spelling import variants
from tqa.lang.en.tokens import Token
from tqa.model import Problem, Segment
from tqa.rules import Context, Rule
from tqa.rules._drift import Use, explained, report, use

RULE = Rule(
    id="name-drift",
    summary="one name in two spellings or orders",
    severity="minor",
    category="terminology/inconsistent",
    scope="document",
    fix="unsafe",
)
_CROWD = 50  # so many words in one neighbourhood are no spellings of one


class Name:
    """A capitalised word of a document: where it stands, and the words beside it."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.uses: list[Use] = []
        self.company: set[str] = set()  # names directly before or after
        self.beside: set[tuple[int, str]] = set()  # any word directly before or after
        self.proper = False  # stands somewhere with a capital that its place does not ask for
        self.full = False  # follows another name, as a family name does where somebody is introduced
        self.person = False  # somebody speaks, thinks or wants


def check(segments: Sequence[Segment], context: Context) -> Iterator[Problem]:
    names, small = _names(segments)
    done: set[str] = set()
    for one, other in _pairs(names):
        if other.key not in done and one.key not in done and _same(one, other):
            done |= {one.key, other.key}
            yield from report([*one.uses, *other.uses], "one name", _spelled)
    for uses in _orders(segments, small).values():
        yield from report(uses, "one name")


def _names(segments: Sequence[Segment]) -> tuple[dict[str, Name], set[str]]:
    """The capitalised words of a text that do not also stand in small letters, and all words that do."""
    found: dict[str, Name] = {}
    small: set[str] = set()
    for segment in segments:
        side = segment.target
        starts = {start for start, _ in side.sentences}
        tokens = side.tokens
        for index, token in enumerate(tokens):
            if token.text == token.key or not token.capital:
                small.add(token.key)
            elif _is_word(token.key) and not side.is_protected(token.start, token.end):
                name = found.setdefault(token.key, Name(token.key))
                name.uses.append(use(segment, token.start, token.start + len(token.key), token.key))
                name.proper |= segment.kind != "heading" and token.start not in starts
                before = _next_to(side.string, tokens, index, index - 1)
                after = _next_to(side.string, tokens, index, index + 1)
                _beside(name, before, -1)
                _beside(name, after, 1)
                name.full |= before is not None and before.capital and len(before.key) > 2
                keys = tuple(other.key if other else "" for other in (before, after))
                name.person |= not token.possessive and as_person(*keys)
    return {key: name for key, name in found.items() if key not in small}, small


def _is_word(key: str) -> bool:
    """True for words of four letters and more, but not for names with their characters behind them: Sangoro三五郎."""
    return len(key) > 3 and key.isalpha() and all(char < "぀" for char in key)


def _next_to(string: str, tokens: Sequence[Token], index: int, other: int) -> Token | None:
    """The word before or after another if only a space is between, or the point of "Mr." """
    if not 0 <= other < len(tokens):
        return None
    low, high = sorted((index, other))
    between = string[tokens[low].end : tokens[high].start]
    return tokens[other] if between == " " or (between == ". " and len(tokens[low].key) < 5) else None


def _beside(name: Name, other: Token | None, step: int) -> None:
    """Note the word before (step -1) or after (step 1) a name."""
    if other is not None and is_content(other.key) and len(other.key) > 2:
        name.beside.add((step, other.key))
        if other.capital:
            name.company.add(other.key)


def _pairs(names: dict[str, Name]) -> Iterator[tuple[Name, Name]]:
    """Names that may be one, found without comparing each with each."""
    buckets: dict[str, list[str]] = {}
    for key in names:
        for bucket in neighbourhoods(key):
            buckets.setdefault(bucket, []).append(key)
    seen: set[tuple[str, str]] = set()
    for keys in buckets.values():
        for pair in combinations(keys, 2) if 1 < len(keys) <= _CROWD else ():
            if pair not in seen:
                seen.add(pair)
                yield names[pair[0]], names[pair[1]]


def _orders(segments: Sequence[Segment], small: set[str]) -> dict[frozenset[str], list[Use]]:
    """Japanese names of two words that the text never writes small, by their words."""
    found: dict[frozenset[str], list[Use]] = {}
    for segment in segments:
        side = segment.target
        for index in japanese_names(side.string, side.tokens):
            first, last = side.tokens[index], side.tokens[index + 1]
            end = last.start + len(last.key)
            if not {first.key, last.key} & small and not side.quoted(first.start, end):
                item = use(segment, first.start, end, f"{first.key} {last.key}")
                found.setdefault(frozenset((first.key, last.key)), []).append(item)
    return found


def _same(one: Name, other: Name) -> bool:
    strangers = bool(one.company and other.company and not one.company & other.company)
    if one_sound(one.key, other.key):
        same = not strangers or plain(one.key) == plain(other.key)
    elif _unintroduced(one, other) or _unintroduced(other, one):
        same = True
    elif not (one.proper and other.proper) or strangers or other.key in variants(one.key):
        return False
    else:
        likeness = transliterations(one.key, other.key)
        same = likeness == 2 or (likeness == 1 and bool(one.beside & other.beside))
    return same and not explained(one.uses, other.uses)


def _unintroduced(one: Name, other: Name) -> bool:
    """Whether a person is only ever called by a family name that nobody has, but for a letter of one introduced before:
    Kenji Murakami, Murakani said."""
    if one.company or not one.person or not other.full or one.key in variants(other.key):
        return False
    first, start = other.uses[0].segment.index, other.uses[0].start
    came_later = all((use.segment.index, use.start) > (first, start) for use in one.uses)
    return came_later and one_slip(one.key, other.key)


def _spelled(leader: Use, item: Use) -> str:
    """The leader's spelling with the item's capitals."""
    if item.form.isupper():
        return leader.form.upper()
    return leader.form.capitalize() if leader.form.isupper() else leader.form
