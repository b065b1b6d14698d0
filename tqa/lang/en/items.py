"""Lists that name one item twice: "kindergartens and kindergartens".

Two words of the source that mean much the same (保育園や幼稚園) come out as one. English couples a word with itself for
emphasis (hours and hours, again and again, there are friends and friends), for what two of a kind do to each other
(between bone and bone) and where one of the two belongs to something longer (the city and city officials): none of
that is a slip.

Provenance: closed word classes of English, written down by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqa.lang.en.closed import DETERMINERS
from tqa.lang.en.doubling import on_purpose
from tqa.lang.en.tokens import Token

_LINKS = frozenset(["and", "or"])
_DETERMINERS = DETERMINERS | {"some", "any", "no", "each", "every"}
_PREPOSITIONS = frozenset(
    (
        "of to for with from at as by into in on onto upon about after against among before during through under "
        "without within like including include includes such"
    ).split()
)
_CLOSERS = _PREPOSITIONS - {"of", "like"} | frozenset(["while", "because", "when", "so", "but"])
# What is coupled with itself to say "very many", "very long", "more".
_MANY = frozenset(
    (
        "second minute hour day night week month year decade century generation age time mile hundred thousand million "
        "billion dozen score lot load ton pile heap row page layer wave line list stack bag box ream acre"
    ).split()
)
_MUTUAL = frozenset(["between", "betwixt", "there", "both", "either", "neither", "whether"])
_LIGHT = frozenset(
    (
        "it he she they we you i me him us them this that these those one two three four five six seven eight nine ten "
        "is was are were be been has have had do does did can could will would may might must shall should not "
        "other others another what who which where when how there here"
    ).split()
)


def twice(string: str, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and last (exclusive) index of an item among the words of a sentence that its list has just named.

    >>> from tqa.lang.en.tokens import tokens
    >>> text = "It worked with kindergartens and kindergartens for help."
    >>> list(twice(text, tokens(text)))
    [(5, 6)]
    """
    for at in range(1, len(words) - 1):
        if words[at].key in _LINKS and (length := _copied(words, at)):
            first = at + 1 + (words[at + 1].key in _DETERMINERS)
            if _is_item(string, words, at, first, length):
                yield first, first + length


def _copied(words: Sequence[Token], at: int) -> int:
    """How many words before the link are those after it, a determiner aside."""
    after = at + 1 + (words[at + 1].key in _DETERMINERS)
    for length in range(min(6, at, len(words) - after), 0, -1):
        if all(_same(words[at - length + i], words[after + i]) for i in range(length)):
            return length
    return 0


def _same(one: Token, other: Token) -> bool:
    return one.key == other.key and one.possessive == other.possessive


def _is_item(string: str, words: Sequence[Token], at: int, first: int, length: int) -> bool:
    item = words[at - length : at]
    head = item[-1]
    if any(word.key in _LIGHT or word.key in _DETERMINERS for word in (item[0], head)):
        return False
    if len(head.key) < 4 or not head.key.isalpha() or head.possessive or on_purpose(head.key):
        return False
    bare = length - (item[0].key in _PREPOSITIONS)  # "in stages" is as bare as "stages"
    if bare < 1 or (length == 1 and head.key.endswith(("er", "ly"))):
        return False
    if bare == 1 and head.key.removesuffix("s") in _MANY:
        return False
    if words[at + 1].key in _DETERMINERS and words[at - length - 1].key not in (words[at + 1].key, *_PREPOSITIONS):
        return False  # this world and the world to come
    return _opens(string, words, at, length) and _closes(string, words, at, length, first + length)


def _opens(string: str, words: Sequence[Token], at: int, length: int) -> bool:
    """True if nothing before the item belongs to it: a determiner, a preposition or a comma stands there."""
    before = at - length - 1
    if before < 0:
        return False
    if {word.key for word in words[max(0, before - 3) : before + 1]} & _MUTUAL:
        return False
    gap = string[words[before].end : words[before + 1].start]
    if words[before + 1].key in _PREPOSITIONS:
        return gap in (" ", ", ")
    if gap == " ":
        return words[before].key in (_DETERMINERS | _PREPOSITIONS) - {"to"}
    return gap == ", "


def _closes(string: str, words: Sequence[Token], at: int, length: int, last: int) -> bool:
    """True if the list ends with the item, and both copies stand plainly at the link."""
    if string[words[at].end : words[at + 1].start] != " ":
        return False
    comma = string[words[at - 1].end : words[at].start]
    rest = string[words[last - 1].end : words[last].start if last < len(words) else len(string)]
    if rest[:1] in (".", ",", ";", ")", "!", "?", ":", "\n") or last == len(words):
        return comma in (" ", ", ")
    if comma != " " or rest != " ":
        return False
    if words[last].key == "of":
        return words[at - length - 1].key in _DETERMINERS - {words[at + 1].key}
    # Children learn from parents, and parents from children.
    return words[last].key in _CLOSERS and words[last].key != words[max(at - length - 1, 0)].key
