"""Countries and wider regions under their Japanese and English names, and where a text names them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tqa.lang.tables import rows

# Countries that pass for one another: one that became the other, or two that share a name.
_KIN = (
    "Soviet Union,Russia", "Czech Republic,Czechoslovakia,Slovakia",
    "Serbia,Croatia,Yugoslavia", "United Kingdom,Ireland",
    "Democratic Republic of the Congo,Republic of the Congo",
)  # fmt: skip
# 中国 as the west of Honshu, beside what tells it from China.
_CHUGOKU = "中国(?:大返|道|地方|山地|電力|新聞|自動車道|運輸局|・?四国|、四国)|(?:四国|九州)、中国"
# What bears the name of a country and lies elsewhere, or is a word of its own.
_OTHERWISE = "ジョージア(?:州|工科)|コロンビア大学|東南アジア|小アジア|トルコ(?:石|風呂)|オランダ坂|スペイン風邪|日本海"
_BUDDHIST = "仏国(?=[一-鿿])(?!仏国[人軍政大首])"  # 仏国寺
_NAMED_AFTER = "語|湾|洋|渓谷|川(?![一-鿿])"  # languages, waters


class Country(NamedTuple):
    """A country or a region. `number` is its place in the table; `names` are its English names, the first preferred;
    `signs` what else in a Japanese text speaks of it."""

    number: int
    ja: tuple[str, ...]
    marks: tuple[str, ...]
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    signs: tuple[str, ...]
    region: bool

    @property
    def abroad(self) -> bool:
        """True for all but Japan, which a text leaves out or adds as it likes."""
        return self.number > 0


class Mention(NamedTuple):
    """Where a text names a country. `firm` is False where the words may mean something else, or where English may
    leave them out."""

    start: int
    end: int
    country: Country
    firm: bool


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the table, then the regions."""
    found = []
    for number, (kind, *columns) in enumerate(rows("countries.tsv")):
        ja, marks, names, people, seats, signs = (tuple(filter(None, column.split(","))) for column in columns)
        found.append(Country(number, ja, marks, names, people, seats, signs, kind == "region"))
    return tuple(found)


@cache
def _japanese() -> tuple[re.Pattern[str], dict[str, Country]]:
    names = {name: country for country in countries() for name in country.ja}
    longest = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    other = f"{_CHUGOKU}|{_OTHERWISE}|{_BUDDHIST}|(?:{longest})(?:{_NAMED_AFTER})"
    return re.compile(rf"({other})|(?<![ァ-ヺー])(?<![一-鿿](?=[一-鿿]))({longest})(?![ァ-ヺー])"), names


@cache
def _marks() -> tuple[re.Pattern[str], dict[str, Country]]:
    marks = {mark: country for country in countries() for mark in country.marks}
    usual = "日米英仏独伊露ロ中韓朝豪印加台欧"
    bodies = (
        "大統領|首相|政府|軍|議会|外相|外務|国防|財務|国務|司法省|商務|紙|誌|企業|国債|兵|空母|艦|海軍|陸軍|空軍|当局|大使|中央銀|下院|上院"
        "|国民|領|大手|メディア|株|長官|高官|連邦|本土|東部|西部|南部|北部|在住|原潜|原子力|航空|投資|証券|系|製"
    )
    branches = (
        "(?:科学|医学|経済|新聞)[紙誌]|新聞|放送|通信|自動車|半導体|医薬|製薬|石油|化学|食品|電機|鉄道|銀行|金融|大学|研究|政権|議員|首都|国内|経済|景気|雇用"
        "|国境|捜査|検察|最高裁|連邦|警察|保健|環境|内務|法務|司法|労働|与党|野党|民主党|共和党|保守党|総選挙|大統領選|中間選"
    )
    things = "ドル|ポンド|ウォン|フラン|ドラマ"  # of which English need not say whose
    together = "両国|勢|首脳|会談|関係|同盟|協議|共同|合同|間|貿易|通商|経済|交流|条約|協定|安保|戦争|対立|摩擦|国交|外交|友好|防衛|三|３|3|四|２|2|の"
    return (
        re.compile(
            rf"(?<![一-鿿])([{usual}])(?={bodies})|(?<![一-鿿])([米英仏独伊豪露韓印])(?={branches})"
            rf"|(?<![一-鿿ァ-ヺーA-Za-z])([米英仏独伊豪露韓])(?=(?!{things})[ァ-ヺ][ァ-ヺー]{{2}})"
            rf"|(?<![一-鿿ァ-ヺー])((?:[{usual}][・、]?){{2,4}})"
            rf"(?={together}|、|。|が|は|も|を|に|で|と|$)"
        ),
        marks,
    )


def in_japanese(text: str) -> list[Mention]:
    """The countries that a Japanese text names, in order.

    >>> [(m.country.names[0], m.firm) for m in in_japanese("リビアと米軍、日韓首脳の会談")]
    [('Libya', True), ('United States', True), ('Japan', False), ('South Korea', True)]
    """
    pattern, names = _japanese()
    found = []
    for match in pattern.finditer(text):
        if match.group(2):
            country = names[match.group(2)]
            aside = text[match.start() - 1 : match.start()] in ("(", "（")  # a note: 五台山 (中国)
            firm = country.abroad and not (country.region or aside or _hedged(text, match.end()))
            found.append(Mention(match.start(), match.end(), country, firm))
    pattern, marks = _marks()
    for match in pattern.finditer(text):
        for at in range(match.start(), match.end()):
            country_of = marks.get(text[at])
            if country_of is not None:
                found.append(Mention(at, at + 1, country_of, country_of.abroad and not country_of.region))
    return sorted(set(found))


def _hedged(text: str, end: int) -> bool:
    """True where what follows makes a name an adjective that English may put otherwise: a language, a dish, a style."""
    return text[end : end + 1] in set("語風式料系産製版") or text[end : end + 2] in ("料理", "文学", "映画", "革命")


@cache
def _english() -> tuple[re.Pattern[str], dict[str, tuple[Country, ...]]]:
    words: dict[str, list[Country]] = {}
    for country in countries():
        for word in (*country.names, *country.people, *country.seats):
            words.setdefault(_key(word), []).append(country)
    longest = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{longest})(?![A-Za-z])"), {word: tuple(found) for word, found in words.items()}


def _key(word: str) -> str:
    return word.replace("’", "'")


def in_english(text: str) -> list[tuple[int, int, tuple[Country, ...]]]:
    """The places where an English text names a country, with every country that may be meant, in order.

    >>> [(start, end, [c.names[0] for c in found]) for start, end, found in in_english("U.S. and Koreans")]
    [(0, 4, ['United States']), (9, 16, ['South Korea', 'North Korea'])]
    """
    pattern, words = _english()
    flat = _key(text).replace("U.S.A.", "USA   ").replace("U.S.", "US  ").replace("U.K.", "UK  ").replace("ü", "u")
    flat = re.sub("-(?=[A-Z])", " ", flat)  # Hong-Kong
    found = []
    for match in pattern.finditer(flat):
        start, end = match.span()
        if text[start + 1 : start + 2] == ".":  # the dots of U.S.A.
            end = start + 2 * len(match.group())
        found.append((start, end, words[match.group()]))
    return found


@cache
def kin(country: Country) -> frozenset[Country]:
    """A country and those that pass for it."""
    families = [family.split(",") for family in _KIN if country.names[0] in family.split(",")]
    names = {name for family in families for name in family}
    return frozenset(other for other in countries() if other == country or other.names[0] in names)


def speaks_of(source: str, country: Country) -> bool:
    """Whether anything in a Japanese text explains that its translation names a country.

    >>> china = next(country for country in countries() if country.names[0] == "China")
    >>> speaks_of("漢字を廃止した", china), speaks_of("文字を廃止した", china)
    (True, False)
    """
    return any(sign in source for sign in (*country.ja, *country.marks, *country.names, *country.signs))


def narrowed(text: str, end: int) -> bool:
    """Whether a place, or a person, follows the name of its country, which English then may leave out: 中国の上海市,
    アメリカのユタ州, 中国の李強首相.

    >>> narrowed("中国の上海市に住む", 2), narrowed("中国の山に住む", 2)
    (True, False)
    """
    from tqa.lang.ja.tagger import tokens

    if _place_after().match(text, end) is not None:
        return True
    begin = end + text.startswith("の", end)  # 中国の李強首相
    after = next((token for token in tokens(text) if token.start >= begin), None)
    return after is not None and after.start == begin and after.pos == "name"


@cache
def _place_after() -> re.Pattern[str]:
    return re.compile(r"の?(?:[一-鿿]{1,4}|[ァ-ヺー・]{2,10})(?:[省州市県郡島港]|半島|大陸)|の?[ァ-ヺー]+[（(、]")
