"""Pairs of opposites, each pole with its Japanese words and the English words that render it. By hand.

Only pairs whose English is hard to mistake belong here. A pole keeps its English as keys of `tqa.lang.lexicon.key`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

# Japanese words of pole A / English of pole A || Japanese of pole B / English of pole B. What has a ~ renders the
# word, but has too many other meanings to contradict its opposite.
_TABLE = """
円高 / stronger yen, strong yen, yen's appreciation, yen appreciation, yen rose, yen's rise, yen strengthened ||
    円安 / weaker yen, weak yen, yen's depreciation, yen depreciation, yen fell, yen's fall, yen weakened, yen's weakness
黒字 / surplus, profit, black || 赤字 / deficit, loss, red
輸出 / export || 輸入 / import
可決 / pass, approve, adopt || 否決 / reject, vote down
与党 / ruling || 野党 / opposition
勝訴 / win, won || 敗訴 / lose, lost
原告 / plaintiff || 被告 / defendant, accused
上昇 急騰 値上がり / rise, increase, climb, gain, up, surge, jump, soar, higher, grow, growth ||
    下落 急落 値下がり / fall, decline, drop, decrease, down, plunge, tumble, slump, lower, sink
増加 増益 増収 / increase, rise, grow, growth, gain, up, climb ||
    減少 減益 減収 / decrease, decline, fall, drop, down, reduce, reduction, less, lower, fewer, shrink
値上げ 引き上げ 利上げ / raise, increase, hike, rise, up, higher ||
    値下げ 引き下げ 利下げ / cut, lower, reduce, reduction, decrease, down, decline
上方修正 / upward, up, raise || 下方修正 / downward, down, lower, cut
拡大 / expand, expansion, spread, grow, growth, widen, increase, enlarge ||
    縮小 / shrink, reduce, reduction, narrow, cut, downsize, contract, decrease, scale down
改善 / improve, improvement, reform || 悪化 / worsen, deteriorate, aggravate, bad, poor
陽性 / positive || 陰性 / negative
入学 / enter, enroll, admission, entrance, admit || 卒業 / graduate, graduation
就任 / take office, assume, appoint, inaugurate, become, inauguration ||
    辞任 退任 / resign, resignation, step down, quit, leave office, retire
有罪 / guilty, convict, conviction || 無罪 / acquit, innocent, not guilty, acquittal
違憲 / unconstitutional || 合憲 / constitutional
合法 / legal, lawful || 違法 不法 / illegal, unlawful
賛成 / agree, favor, favour, approve, ~support, ~for || 反対 / oppose, against, opposition, object, disagree
入院 / hospitalize, hospital admission, admit || 退院 / discharge, leave hospital
結婚 / marry, marriage, wed, wedding || 離婚 / divorce
北 北部 北側 / north, northern, northward || 南 南部 南側 / south, southern, southward
東 東部 東側 / east, eastern, eastward || 西 西部 西側 / west, western, westward
北東 / northeast || 南西 / southwest
北西 / northwest || 南東 / southeast
左 左側 左手 / left || 右 右側 右手 / right
父 父親 / father, dad, paternal || 母 母親 / mother, mom, mum, maternal
息子 長男 次男 / son, boy || 娘 長女 次女 / daughter, girl
夫 / husband || 妻 / wife
兄 弟 / brother || 姉 妹 / sister
祖父 / grandfather || 祖母 / grandmother
伯父 叔父 / uncle || 伯母 叔母 / aunt
甥 / nephew || 姪 / niece
男性 / man, male, men, gentleman || 女性 / woman, female, women, lady
男子 / boy, man, male, men || 女子 / girl, woman, female, women
春 / spring || 秋 / autumn, fall
夏 / summer || 冬 / winter
午前 / morning, am || 午後 / afternoon, pm, evening
最高 / highest, ~best, maximum, record, top || 最低 / lowest, minimum
前半 / first half, early, former, first || 後半 / second half, latter half, late
戦前 / prewar, ~before || 戦後 / postwar, after the war, since the war
収入 / income, revenue, receipts || 支出 / expenditure, spending, expense
需要 / demand || 供給 / supply
上流 / upper, upstream || 下流 / lower, downstream
長い / long || 短い / short, brief
新しい / new || 古い / old, ancient
早い 速い / early, fast, quick, soon, rapid || 遅い / late, slow
強い / strong || 弱い / weak
増える / increase, rise, grow || 減る / decrease, decline, fall, drop, fewer, less, lower, reduce
買う / buy, purchase || 売る / sell
連勝 / winning streak, ~win, ~won, ~victory, ~beat, ~defeat || 連敗 / losing streak, ~lose, ~lost, ~loss
最多 最大 / most, ~large, largest, ~high, highest, ~big, biggest, ~record, ~maximum, ~peak ||
    最少 最小 / fewest, ~few, ~low, ~lowest, ~small, smallest, ~least, ~minimum
昇格 / promote, promotion, elevate, upgrade || 降格 / relegate, relegation, demote, demotion, downgrade
上回る / exceed, ~top, surpass, above, ~over, ~more, ~high, higher, ~beat, outnumber, outpace, outstrip, ~better, ~past ||
    下回る / below, under, fall short, ~less, ~low, lower, fewer, ~short, ~miss
加速 / accelerate, acceleration, ~speed, ~fast, ~faster, quicken, ~boost ||
    減速 / ~slow, slowdown, decelerate, ~slower
開幕 開会 開店 開校 / ~open, opening, ~start, ~begin, kick off, inaugurate, launch, ~found, ~establish ||
    閉幕 閉会 閉店 閉校 / ~close, closing, ~end, finish, wrap up, conclude, ~shut, closure
加盟 加入 / join, accession, member, membership, admission, ~admit, ~enter ||
    脱退 離脱 / withdraw, withdrawal, ~leave, ~left, exit, secede, quit
当選 / ~elect, ~election, ~win, ~won, winner || 落選 / ~lose, ~lost, ~defeat, unseat, ~fail
安全 / safe, safely, safety, secure, security ||
    危険 / dangerous, danger, hazard, hazardous, risk, risky, unsafe, peril
日の出 / sunrise, dawn, daybreak || 日没 日の入り / sunset, sundown, dusk, nightfall
新郎 / groom, bridegroom || 新婦 / bride
有料 / paid, ~pay, ~charge, ~fee, toll, ~cost, ~price || 無料 / free, complimentary
明るい / bright, brightly, ~light, cheerful, sunny || 暗い / dark, gloomy, dim, bleak
深い / ~deep, deeply, profound, ~dense || 浅い / shallow
広い / wide, widely, broad, ~large, spacious, vast, ~big, extensive || 狭い / narrow, ~small, cramped, ~tight
暑い 熱い / hot, heat, ~warm, ~boil || 寒い 冷たい / cold, ~cool, chilly, freezing, icy
難しい / difficult, difficulty, ~hard, tough, challenging, tricky || 易しい 容易 / easy, easily, ~simple
既婚 / married || 未婚 独身 / unmarried, ~single, bachelor
死亡 死去 死ぬ / die, death, dead, kill, pass away, decease, fatal, fatality, ~late, perish, succumb, ~life ||
    生存 生還 / survive, survivor, survival, ~alive, ~live
開始 / ~start, ~begin, ~beginning, commence, launch, ~open, onset, initiate, ~introduce ||
    終了 / ~end, finish, ~complete, ~close, conclude, ~over, expire, termination, terminate
入り口 入口 / entrance, ~entry, ~gate || 出口 / exit, ~way out
出発 / depart, departure, ~leave, ~left, ~start, ~set off, ~set out || 到着 / arrive, arrival, ~reach, ~come
内側 / inside, inner, interior, inward, ~within || 外側 / outside, outer, exterior, outward
大型 / ~large, ~big, ~major, ~heavy, ~full, mega, giant, huge || 小型 / ~small, compact, mini, ~little, ~light
公式 / ~official, ~officially, ~formal || 非公式 / unofficial, unofficially, ~informal, informally
プロ / professional, pro || アマ アマチュア / amateur
平日 / weekday, ~week || 週末 / weekend
敵 / enemy, foe, ~opponent, ~rival || 味方 / ally, ~friend, ~side
加害者 / perpetrator, assailant, offender, attacker, abuser || 被害者 / victim
雇用 / employ, employment, ~hire, ~job, ~work || 解雇 / dismiss, dismissal, ~fire, lay off, layoff, ~sack
有効 / valid, validity, enable, effective, effectively, active, ~on, ~good ||
    無効 不正 / invalid, disable, void, inactive, ~off, ~null
表示 / ~show, display, visible, ~appear, ~indicate, ~view, ~label || 非表示 / hide, hidden, invisible
接続 / connect, connection, ~link, ~attach || 切断 / disconnect, disconnection, ~cut, sever
昇順 / ascending || 降順 / descending
追加 / add, addition, additional, ~extra, ~more, ~supplement || 削除 / delete, deletion, remove, removal, ~cut
北口 / north || 南口 / south
東口 / east || 西口 / west
""".strip()


class Pole(NamedTuple):
    """One of two opposites: Japanese dictionary forms, and keys of English words or phrases that render it.
    `plain` are those that mean nothing else."""

    ja: frozenset[str]
    en: frozenset[tuple[str, ...]]
    plain: frozenset[tuple[str, ...]]


@cache
def pairs() -> tuple[tuple[Pole, Pole], ...]:
    """The table, in both directions."""
    found = []
    for line in _TABLE.replace("||\n    ", "|| ").split("\n"):
        one, other = (_pole(part) for part in line.split(" || "))
        found += [(one, other), (other, one)]
    return tuple(found)


def _pole(text: str) -> Pole:
    from tqa.lang.lexicon import key

    ours, theirs = text.split(" / ")
    listed = theirs.split(", ")
    keys = [tuple(key(word.removesuffix("'s")) for word in phrase.lstrip("~").split()) for phrase in listed]
    plain = (found for found, phrase in zip(keys, listed, strict=True) if phrase[0] != "~")
    return Pole(frozenset(ours.split()), frozenset(keys), frozenset(plain))


def forms(source: str, tokens: Sequence[Any]) -> list[tuple[str, tuple[int, int]]]:
    """The forms of the table in a Japanese text and where: words as dictionary forms or as written, and longer ones."""
    found = []
    for token in tokens:
        form = token.lemma if token.lemma in _all() else token.surface
        if form in _all():
            found.append((form, (token.start, token.end)))
    ends = {token.end for token in tokens}
    for token in tokens:
        for form in _long().get(source[token.start], ()):
            end = token.start + len(form)
            if source.startswith(form, token.start) and end in ends and end != token.end:
                found.append((form, (token.start, end)))
    return found


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*(pole.ja for pole, _ in pairs()))


@cache
def _long() -> dict[str, list[str]]:
    """The forms that may be several words, by their first character."""
    found: dict[str, list[str]] = {}
    for form in sorted(_all()):
        if len(form) > 1 and any("一" <= char <= "鿿" for char in form):
            found.setdefault(form[0], []).append(form)
    return found


_NOT = frozenset(
    (
        "not no never nor neither none without cannot hardly scarcely barely fail lack stop halt avoid "
        "prevent unless despite"
    ).split()
)
_NAI = frozenset(
    [
        "無い",
        "ない",
        "ず",
        "ぬ",
        "まい",
        "止まる",
        "止める",
        "防ぐ",
        "避ける",
        "不",
        "非",
        "未",
        "無",
        "歯止め",
        "抑える",
        "解消",
        "切れる",
        "見送る",
        "失う",
        "撤回",
        "断念",
        "中止",
        "取り消す",
        "解除",
        "免れる",
        "逃れる",
    ]
)


def negates(source: Sequence[Any], target: Sequence[Any]) -> bool:
    """True if either side turns something round: then opposites may be right."""
    from tqa.lang.lexicon import key

    theirs = any(key(token.key) in _NOT or token.key.endswith("n't") for token in target)
    return theirs or any(token.lemma in _NAI for token in source)
