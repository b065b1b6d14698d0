"""Terms of a translation without its source: names and quoted coinages that recur, with their variants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqa.glossary.suggest.pairs import Row
from tqa.lang.en import names, phrases
from tqa.lang.en import runs as english
from tqa.lang.en.closed import COURTESY, DAYS, MONTHS
from tqa.lang.en.quotes import quotations
from tqa.lang.en.tokens import Token, tokens

SHORT = 5  # letters of a lone word that has few others near it
_LINKS = frozenset("of the and for de".split())
_NO_NAMES = frozenset((*MONTHS, *DAYS, *COURTESY, "prof", "i", "english", "japanese"))


class Phrase(NamedTuple):
    """A phrase in one spelling: how it is shown and in which rows it stands."""

    form: str
    rows: tuple[int, ...]
    variants: tuple[Phrase, ...] = ()


class _Use(NamedTuple):
    key: tuple[str, ...]
    shown: str
    row: int
    quoted: bool


def find(rows: Sequence[Row]) -> list[Phrase]:
    """The recurring names and quoted phrases of some texts, the commonest first.

    >>> text = "The Blue Pier Plan began. We saw the Blue Pier Plan. They know the Blue-Pier Plan."
    >>> [(one.form, [other.form for other in one.variants]) for one in find([Row("", text)])]
    [('Blue Pier Plan', ['Blue-Pier Plan'])]
    """
    low = {token.key for row in rows for token in tokens(row.target) if not token.capital}
    groups: dict[tuple[str, ...], list[_Use]] = {}
    for number, row in enumerate(rows):
        for use in _uses(number, row.target, low):
            groups.setdefault(use.key, []).append(use)
    found = [one for cluster in _clusters(groups) if (one := _phrase([groups[key] for key in cluster])) is not None]
    return sorted(found, key=lambda one: (-_rank(one), one.form))


def _rank(one: Phrase) -> float:
    """Variants are what a glossary settles; a lone word is mostly the name of a place."""
    total = len(one.rows) + sum(len(other.rows) for other in one.variants)
    return total * (1 if " " in one.form or "-" in one.form else 0.2) + 100 * bool(one.variants)


def _uses(number: int, string: str, low: set[str]) -> Iterator[_Use]:
    """The names and quoted phrases of a text."""
    found = tokens(string)
    text = english.words(string, found)
    quoted = list(phrases.quoted_phrases(string, found, quotations(string)))
    for first, last in [*quoted, *_capitals(text, low)]:
        if any(low_ <= first and last <= high and (low_, high) != (first, last) for low_, high in quoted):
            continue
        shown = english.shown(text, first, last)
        yield _Use(tuple(token.key for token in found[first:last]), shown, number, (first, last) in quoted)


def _capitals(text: english.Words, low: set[str]) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals; a lone word that also stands in lower case, or only opens a sentence, is none."""
    starts = english.sentence_starts(text.string, text.tokens)
    place = 0
    while place < len(text.tokens):
        if not _capital(text.tokens[place], text, place) or (place in starts and text.tokens[place].key in low):
            place += 1
            continue
        end = place + 1
        while end < len(text.tokens) and text.joined[end - 1] and not _owner(text.tokens[end - 1]):
            linked = text.tokens[end].key in _LINKS and text.joined[end]
            ahead = end + linked
            if not _capital(text.tokens[ahead], text, ahead):
                break
            end = ahead + 1
        end = _listed(text, place, end)
        alone = end - place == 1
        if not (alone and (place in starts or text.tokens[place].key in low)):
            yield place, end
        place = end


def _listed(text: english.Words, first: int, last: int) -> int:
    """Where a body whose name lists its fields ends: Ministry of Ports*, Roads and Bridges*."""
    if not any(token.key in ("of", "for", "on") for token in text.tokens[first:last]):
        return last
    fields = r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)?)+,? and [A-Z][\w-]+"
    found = re.compile(fields).match(text.string, text.tokens[last - 1].end)
    return last if found is None else next(
        at for at in range(len(text.tokens), last, -1) if text.tokens[at - 1].end <= found.end()
    )  # fmt: skip


_PLURALS = frozenset("people women men children".split())


def _owner(token: Token) -> bool:
    """Whether a possessive is an owner beside what is owned: Japan's; not one that makes a name: People's, Workers'."""
    plural = token.key in _PLURALS or not token.text.lower().endswith("'s")
    return token.possessive and not plural


def _capital(token: Token, text: english.Words, place: int) -> bool:
    bare = token.key.replace("’", "'").partition("'")[0]  # I'm, I'll
    return token.capital and text.edge[place] and bare not in _NO_NAMES and len(token.key) > 1


def _clusters(groups: dict[tuple[str, ...], list[_Use]]) -> list[list[tuple[str, ...]]]:
    """Keys that are ways of writing one thing, together."""
    letters: dict[str, list[tuple[str, ...]]] = {}
    for key in groups:
        letters.setdefault("".join(english.singular(word) for word in key), []).append(key)
    clusters = list(letters.values())
    by_size: dict[int, list[list[tuple[str, ...]]]] = {}
    for cluster in sorted(clusters, key=lambda cluster: (-sum(len(groups[key]) for key in cluster), cluster)):
        quoted = any(use.quoted for key in cluster for use in groups[key])
        homes = (other for other in by_size.get(len(cluster[0]), ()) if _alike(other[0], cluster[0], quoted))
        home = next(homes, None)
        if home is not None:
            home.extend(cluster)
        else:
            by_size.setdefault(len(cluster[0]), []).append(cluster)
    return [cluster for same in by_size.values() for cluster in same]


def _alike(one: tuple[str, ...], other: tuple[str, ...], coined: bool) -> bool:
    """True if all words are the same but one, which is the other's transliteration or derivation; of coinages in
    quotation marks a likeness is enough."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if len(one) == 1 and not coined and (a[0] != b[0] or min(len(a), len(b)) < SHORT):  # China, Tina
        return False
    if names.one_sound(a, b) or names.transliterations(a, b) == 2:
        return True
    return len(one) > 1 and phrases.alike(a, b) >= (1 if coined else 2)


def _phrase(spellings: Sequence[Sequence[_Use]]) -> Phrase | None:
    """A cluster with its commonest spelling first; None if it stands but once."""
    uses = [use for several in spellings for use in several]
    if len(uses) < 2:
        return None
    if all(len(use.key) == 1 for use in uses) and len({english.singular(use.key[0]) for use in uses}) == 1:
        uses = [use._replace(shown=min((one.shown for one in uses), key=len)) for use in uses]  # Cretan, Cretans
    counts = Counter(use.shown for use in uses)
    forms = sorted(counts, key=lambda form: (-counts[form], form))
    shown = [Phrase(form, tuple(use.row for use in uses if use.shown == form)) for form in forms]
    return shown[0]._replace(variants=tuple(shown[1:]))
