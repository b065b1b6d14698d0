"""What in an English text may render a term: runs of words with content at both ends, within one clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.lang.en.closed import COURTESY
from tqa.lang.en.forms import singular
from tqa.lang.en.phrases import is_content
from tqa.lang.en.tokens import Token

LONGEST = 7  # words
# Function words that may stand inside a term: Ministry of Finance, Peace and Friendship Treaty, Law for the …
_LINKS = frozenset("of the and for in on to at de la no".split())
# Verbs, adverbs and connectives: never a part of a name or a term, unless it is written with a capital.
_NEVER = frozenset(
    (
        "called said says known named became become made born used built held given taken moved wrote written put "
        "located also however therefore although though because since until while when where there here now later "
        "thus then only even often still just already almost soon always never again together well such other "
        "others another same own each many several most more some any first second third one two three four five "
        "six seven eight nine ten hundred thousand would could should might must shall will can may including "
        "according within without during among through around against along across before after above below under "
        "over between out up down off away begun began went gone came come see seen saw include includes included "
        "per cent percent about like upon"
    ).split()
)


class Words(NamedTuple):
    """An English text as runs of it are asked for: its tokens, which of them may stand at an edge or inside of a term,
    and what stands between them."""

    string: str
    tokens: tuple[Token, ...]
    edge: tuple[bool, ...]
    inside: tuple[bool, ...]
    joined: tuple[bool, ...]  # with the next one: only a space or a hyphen between


def words(string: str, tokens: Sequence[Token]) -> Words:
    """The words of a text."""
    first = sentence_starts(string, tokens)
    edge = tuple(
        is_content(token.key)
        and token.key not in COURTESY
        and (token.key not in _NEVER or (token.capital and place not in first))
        for place, token in enumerate(tokens)
    )
    inside = tuple(edge[place] or token.key in _LINKS or token.key.isdigit() for place, token in enumerate(tokens))
    joined = tuple(
        _gap(string, one, tokens[place + 1]) if place + 1 < len(tokens) else False for place, one in enumerate(tokens)
    )
    return Words(string, tuple(tokens), edge, inside, joined)


def _gap(string: str, one: Token, other: Token) -> bool:
    gap = string[one.end : other.start]
    return gap in (" ", "-", "\u00a0", "\n", "'s ", "’s ", "’ ", "' ", "", "'", "’")


def sentence_starts(string: str, tokens: Sequence[Token]) -> set[int]:
    """The places of words that open a sentence."""
    found = {0} if tokens else set()
    for place in range(1, len(tokens)):
        gap = string[tokens[place - 1].end : tokens[place].start]
        if any(mark in gap for mark in ".!?:") and " " in gap:
            found.add(place)
    return found


def titled(text: Words) -> bool:
    """Whether most words of a text have capitals, as those of a title do."""
    content = [token.capital for token, edge in zip(text.tokens, text.edge, strict=True) if edge]
    return sum(content) > 0.8 * len(content) and len(content) > 3


def runs(text: Words) -> Iterator[tuple[int, int]]:
    """Ranges of words that may be a term."""
    size = len(text.tokens)
    for first in range(size):
        if not text.edge[first]:
            continue
        for last in range(first, min(first + LONGEST, size)):
            if last > first and not (text.joined[last - 1] and text.inside[last]):
                break
            if text.edge[last]:
                yield first, last + 1


def key(text: Words, first: int, last: int) -> tuple[str, ...]:
    """The words of a run, the last one in the singular."""
    found = [token.key for token in text.tokens[first:last]]
    return (*found[:-1], singular(found[-1]))


def shown(text: Words, first: int, last: int) -> str:
    """The run as it stands, without a possessive ending."""
    end = text.tokens[last - 1]
    stop = end.end - 2 if end.possessive and end.text[-2:] in ("'s", "’s") else end.end
    return " ".join(text.string[text.tokens[first].start : stop].split())
