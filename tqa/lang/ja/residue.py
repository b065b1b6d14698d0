"""What is left of another language in Japanese text: English words in running text, characters of Chinese only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqa.lang.ja.characters import is_kanji

_WORDS = 4
# Words that hold an English sentence together; a run with none of them in small letters is a name or a title.
_SMALL = frozenset(
    (
        "the a an this that these those is are was were be been being am do does did have has had will would can could "
        "should may might must not no and or but if when while because as at by for from in into of on to with about "
        "after before it its he she his her they their them we our you your i my me us who what which where how there "
        "than then so very also just only all any some more most please"
    ).split()
)
_VERBAL = frozenset(
    (
        "the is are was were be been am do does did have has had will would can could should may might must not if "
        "when while because it he she they we you i my your his her their our who what which there that this please"
    ).split()
)
# In JIS but, in a Japanese text, hardly more than the simplified forms of 気 and 麼.
_SIMPLIFIED = "气么"


def english(string: str) -> Iterator[tuple[int, int]]:
    """Runs of four or more English words that are a clause rather than a name or a title.

    >>> text = "設定は you can change it later と表示される。Department of Health and Human Servicesの発表"
    >>> [text[a:b] for a, b in english(text)]
    ['you can change it later']
    """
    for match in _run().finditer(string):
        words = [word.strip("'’\"") for word in _word().findall(match.group())]
        if len(words) < _WORDS or sum(len(word) > 1 for word in words) < _WORDS - 1:
            continue
        small = [word for word in words if word.islower()]
        first = words[0].lower() in _VERBAL
        if len(small) * 2 < len(words) or not (first or any(word in _VERBAL for word in small)):
            continue
        if sum(word.lower() in _SMALL for word in words) * 4 < len(words):
            continue
        if all(word in _SMALL for word in small) and words[-1][0].isupper() and not match.group().endswith((".", "!")):
            continue  # a title: Projects on the Move
        if _address().search(string, 0, match.start()):
            continue
        yield match.start(), match.end()


def chinese(string: str) -> Iterator[tuple[int, int]]:
    """Characters that Chinese alone writes: simplified ones that no Japanese character set has.

    >>> text = "天气はよく、発展と发展がある"
    >>> [text[a:b] for a, b in chinese(text)]
    ['气', '发']
    """
    start = None
    for at, char in enumerate(string + " "):
        if is_kanji(char) and _only_chinese(char):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None


@cache
def _only_chinese(char: str) -> bool:
    return char in _SIMPLIFIED or (_has(char, "gb2312") and not _has(char, "euc_jis_2004") and not _has(char, "cp932"))


def _has(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;.!?'’]{1,4}[A-Za-z][A-Za-z'’-]*)+[.!?]?")


@cache
def _address() -> re.Pattern[str]:
    """What stands before the name of a page: Talk:History, or Talk : History in a machine's hand; no “Note: ”."""
    return re.compile(r"(?<![A-Za-z])[A-Z][a-z]+(?: : ?|:)\Z")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]['’A-Za-z-]*")


# Words of computing, and services that write their names small, stay in Latin letters in any Japanese text.
_STAYS = frozenset(
    (
        "null true false string float char array root admin push pull commit merge branch clone fork docker linux python "
        "java ruby rust node react bash shell script build make install import export return print class void public "
        "private static final main init config debug test async await yield lambda select from where insert update delete "
        "table join group order head body span style link input button form label title meta href http https html json "
        "ping chat curl grep find sort echo kill sudo mount user home temp data yahoo wiki twitter reddit amazon steam "
        "google youtube facebook instagram line zoom slack discord adidas iphone ipad ebay email mail blog vlog spam byte "
        "bits pixel plus versus etcetera sake sushi haiku emoji anime manga"
    ).split()
)


def left(source: str, string: str) -> Iterator[tuple[int, int]]:
    """Everyday English words in small letters between Japanese ones, as they stand in the source.

    >>> text = "彼はその計画のfiascoを認めた。twitterで話した。"
    >>> [text[a:b] for a, b in left("He admitted the fiasco of the plan and talked on twitter.", text)]
    ['fiasco']
    """
    from tqa.lang.en.words import words

    for match in _alone().finditer(string):
        found = match.group().split()
        if match.group() in source and not _STAYS.intersection(found) and all(map(words().is_common, found)):
            yield match.span()


@cache
def _alone() -> re.Pattern[str]:
    japanese = "ぁ-んァ-ヶー一-龯々、。"
    # In a row of them (minutes、hours、days) they are values to type.
    word = r"[a-z]{4,}(?: [a-z]{2,}){0,2}"
    return re.compile(rf"(?<=[{japanese}])(?<![A-Za-z]、){word}(?=[{japanese}])(?!、[A-Za-z])")


# What a word of code is called in Japanese; 文 and 型 are words of others too.
_KINDS = (
    "ステートメント|プロパティ|パラメー?タ|コマンド|キーワード|メソッド|オプション|クラス|タグ|関数|引数|変数|属性|演算子|要素|構文"
)


def of_code(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a text, source and translation by segments, speaks of code, whose words stay as they are.

    >>> of_code([("The menu statement", "menuステートメント"), ("its message parameter", "messageパラメータ")])
    True
    """
    if any("`" in source for source, _ in pairs):
        return True
    named = re.compile(rf"(?<![A-Za-z])[a-z]{{2,}} ?(?:{_KINDS})")
    return len({found for _, target in pairs for found in named.findall(target)}) > 1


# The verbs that buttons and menus begin with, by hand; as a first word they are nothing else.
_VERBS = frozenset(
    "Add Allow Cancel Change Check Choose Clear Close Connect Copy Create Delete Disable Download Edit Enable Enter Go "
    "Hide Import Install Learn Manage Move Open Paste Print Read Remove Rename Replace Reset Restore Save Search Select "
    "Send Share Show Sign Skip Sort Start Stop Switch Try Turn Undo Update Upload Use View".split()
)


def command(text: str) -> bool:
    """Whether a text is a label of a button or a menu in plain English words: a verb, and what to do it to.

    >>> command("Show hidden files"), command("Abstract base class"), command("Open Street Map"), command("Copy")
    (True, False, False, False)
    """
    first, *rest = text.split() or [""]
    return first in _VERBS and len(rest) > 1 and all(word.isalpha() and word.islower() for word in rest)
