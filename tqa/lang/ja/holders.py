"""Japanese titles beside names: 安倍元首相, 元首相の安倍氏, 外務副大臣, 監督代行.

Where a name ends and a title begins is not in the characters: 秋元首相 may be a former or a present one. The name as the
other language has it decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tqa.lang.world.offices import Holder, fields, titles, trades

_TIMES = {"元": "former", "前": "former", "次期": "incoming"}
_RUN = 20  # characters before a title that are looked at
_BETWEEN = 8  # characters of a body between 元 and the title


class Title(NamedTuple):
    """A title at `start:end` with the run of characters `low:start` before it, and the name after it (元首相の…)."""

    low: int
    start: int
    end: int
    after: str
    kind: str
    rank: str


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        rf"({'|'.join(titles())})(代行|代理|臨時代理|職務代理者)?"
        r"(?!補佐|候補|夫人|秘書|報道|官邸|府|選|室|特使|顧問|職|級|経験|の(?:妻|夫|娘|息子|長男|次男|側近|秘書|代理|父|母|弟|兄|後任|親族))"
    )


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[一-鿿々ヶァ-ヺーA-Za-zＡ-Ｚａ-ｚ・＝]*\Z")


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(r"[の・]([一-鿿々ヶァ-ヺー・＝]{2,16})")


def found(string: str) -> Iterator[Title]:
    """The titles of a text."""
    for match in _title().finditer(string):
        before = _run().search(string, max(match.start() - _RUN, 0), match.start())
        low = before.start() if before else match.start()
        kind, rank = titles()[match.group(1)]
        if string[match.start() - 1 : match.start()] == "副":
            rank = "vice"
        after = _name_after().match(string, match.end())
        yield Title(low, match.start(), match.end(), after.group(1) if after else "", kind,
                    "acting" if match.group(2) else rank)  # fmt: skip


def former(string: str) -> Iterator[tuple[int, int, str, frozenset[str]]]:
    """What 元 or 前 at the beginning of a word puts into the past: `start:end`, the office, or the English words for a
    trade.

    >>> [(start, end) for start, end, *_ in former("元外務次官が、秋元首相、元社員と3年前大統領に会った")]
    [(0, 5), (12, 15)]
    """
    for title in found(string):
        run = string[title.low : title.start]
        if run[:1] in ("元", "前") and _begins(string, title.low) and not run.startswith(("元年", "前年", "前日", "前回")):
            yield title.low, title.end, title.kind, frozenset()
    for match in _trade().finditer(string):
        yield match.start(), match.end(), "", trades()[match.group(1)]


@cache
def _trade() -> re.Pattern[str]:
    return re.compile(rf"(?<![一-鿿々ァ-ヺーA-Za-z0-9])元[一-鿿ァ-ヺー]{{0,8}}?({'|'.join(trades())})(?![一-鿿])")


def holder(string: str, title: Title, named: Callable[[str], bool]) -> Holder | None:
    """The title as that of a person, or None if it is not beside the name. `named` says whether characters hold it.

    >>> text = "秋元首相が語った"
    >>> [holder(text, one, lambda run: name in run).time for one in found(text) for name in ("秋", "秋元")]
    ['former', '']
    """
    one = _holder(string, title, named)
    if one is None:
        return None
    there = string[max(title.start - _BETWEEN, title.low) : title.end]
    return one._replace(fields=frozenset(field for sign, field in fields()[0].items() if sign in there))


def _holder(string: str, title: Title, named: Callable[[str], bool]) -> Holder | None:
    run = string[title.low : title.start]
    kinds = frozenset((title.kind,))
    for word, time in _TIMES.items():
        at = run.rfind(word)
        if at < 0 or len(run) - at > _BETWEEN + len(word):
            continue
        mine = named(run[:at]) if at else (_begins(string, title.low) and named(title.after))
        if mine:
            return Holder(title.low + at, title.end, kinds, title.rank, time)
    late = run.startswith("故") or "故・" in run
    if named(run):
        start = title.start - (title.rank == "vice" and run.endswith("副"))
        return Holder(start, title.end, kinds, title.rank, "late" if late else "")
    if len(run) <= _BETWEEN and title.after and named(title.after):
        return Holder(title.low, title.end, kinds, title.rank, "late" if late else "")
    return None


def _begins(string: str, at: int) -> bool:
    """Whether a word begins at a place: 3年前大統領 has no former president."""
    return not string[max(at - 1, 0) : at].isdigit()


@cache
def _past() -> re.Pattern[str]:
    return re.compile(r"元|(?<![年月日週間分時直以目人名])前|旧|かつて|歴代|先代|当時|退|辞|故|歴任|務め|だった|後任|後継|亡|死|逝|遺|追悼|暗殺|生前|葬")


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(r"次期|当選|当確|新|就任|選出|勝利|指名|後継|後任|内定|なる")


@cache
def _second() -> re.Pattern[str]:
    return re.compile(r"副|次官|次長|政務官|代行|代理|補佐|臨時|専務|常務|審議官|財務官|外務官|准|助|補|務官|暫定|兼|参事|局長")


def speaks(string: str, of: str) -> bool:
    """Whether a text says anything of an office that is over (former, late), to come (incoming) or not the first one.

    >>> speaks("前首相", "former"), speaks("3年前、首相は", "former"), speaks("次官", "vice")
    (True, False, True)
    """
    patterns = {"former": _past, "late": _past, "then": _past, "incoming": _coming, "vice": _second, "acting": _second}
    return bool(patterns[of]().search(string))


def accused(string: str) -> Iterator[tuple[int, int, int]]:
    """The names before 容疑者 and its like: where the characters with the name begin, and `start:end` of the title.

    >>> list(accused("警察は伊藤容疑者を逮捕した。"))
    [(3, 5, 8)]
    """
    for match in re.finditer("容疑者|被告|受刑者|死刑囚", string):
        before = _run().search(string, max(match.start() - _RUN, 0), match.start())
        if before and before.group() and not string.startswith(("人", "側"), match.end()):
            yield before.start(), *match.span()
