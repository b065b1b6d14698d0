"""What follows a Japanese numeral: units, counters, and words that only look like counted things.

`UNITS` maps a written unit to its canonical name. `COUNTERS` vanish or turn lexical in English, so their unit is '' .
`ORDINALS` make the number a rank or a name. Words that hold a numeral and state no number are those of
data/ja-no-numbers.txt.
"""

from __future__ import annotations

import re
from functools import cache

from tqa.lang.tables import rows

# written forms -> canonical unit (tqa.lang.values.units); '' = ambiguous, compared by the figure alone
UNITS: dict[str, str] = {
    "円": "JPY", "ドル": "USD", "米ドル": "USD", "ユーロ": "EUR", "英ポンド": "GBP", "ポンド": "pound", "人民元": "CNY", "元": "CNY",
    "ウォン": "KRW", "ルーブル": "RUB", "バーツ": "THB", "ルピー": "INR", "ルピア": "IDR", "ペソ": "PHP", "ドン": "VND",
    "リンギット": "MYR", "レアル": "BRL", "スイスフラン": "CHF", "フラン": "franc", "マルク": "mark", "豪ドル": "AUD",
    "オーストラリアドル": "AUD", "カナダドル": "CAD", "加ドル": "CAD", "香港ドル": "HKD", "台湾ドル": "TWD", "台湾元": "TWD",
    "シンガポールドル": "SGD", "シンガポール・ドル": "SGD", "ニュージーランドドル": "NZD", "NZドル": "NZD", "リラ": "TRY", "シェケル": "ILS",
    "両": "ryo", "銭": "sen", "セント": "cent",
    "%": "%", "パーセント": "%", "㌫": "%", "%ポイント": "pp", "パーセントポイント": "pp", "ポイント": "point", "㌽": "point",
    "ベーシスポイント": "bp", "bp": "bp",
    "秒": "second", "秒間": "second", "分": "minute", "分間": "minute", "時間": "hour", "日": "day", "日間": "day", "連休": "day", "営業日": "day",
    "週": "week", "週間": "week", "泊": "night", "カ月": "month", "か月": "month", "ヶ月": "month", "ヵ月": "month", "ケ月": "month",
    "箇月": "month", "カ月間": "month", "か月間": "month", "ヶ月間": "month", "ヵ月間": "month", "四半期": "quarter",
    "年": "year", "年間": "year", "カ年": "year", "か年": "year", "ヶ年": "year", "世紀": "century", "世紀間": "century",
    "ナノメートル": "nm", "マイクロメートル": "um", "ミクロン": "um", "ミリ": "mm", "ミリメートル": "mm", "㍉": "mm", "mm": "mm",
    "センチ": "cm", "センチメートル": "cm", "㌢": "cm", "cm": "cm", "㎝": "cm", "メートル": "m", "m": "m", "㍍": "m", "㎜": "mm",
    "キロ": "kilo", "㌔": "kilo", "キロメートル": "km", "km": "km", "㎞": "km", "インチ": "in", "フィート": "ft", "フット": "ft",
    "ヤード": "yd", "マイル": "mi", "寸": "sun", "尺": "shaku", "丈": "jo", "里": "ri", "海里": "",
    "平方センチ": "cm2", "平方センチメートル": "cm2", "平方メートル": "m2", "平米": "m2", "m2": "m2", "㎡": "m2",
    "平方キロ": "km2", "平方キロメートル": "km2", "km2": "km2", "ヘクタール": "ha", "ha": "ha", "㌶": "ha", "エーカー": "acre",
    "平方フィート": "ft2", "平方マイル": "mi2", "坪": "tsubo", "反": "tan", "町歩": "cho", "畳": "tatami", "帖": "tatami",
    "cc": "cc", "ミリリットル": "ml", "ml": "ml", "mL": "ml", "リットル": "l", "L": "l", "㍑": "l", "キロリットル": "kl",
    "立方メートル": "m3", "m3": "m3", "ガロン": "gal", "バレル": "bbl", "合": "go", "升": "sho", "石": "koku",
    "ミリグラム": "mg", "mg": "mg", "グラム": "g", "g": "g", "㌘": "g", "キログラム": "kg", "kg": "kg", "㎏": "kg",
    "トン": "t", "㌧": "t", "t": "t", "オンス": "oz", "匁": "monme", "貫": "kan", "俵": "hyo",
    "℃": "degC", "°C": "degC", "℉": "degF", "°F": "degF",
    "ワット": "W", "W": "W", "キロワット": "kW", "kW": "kW", "メガワット": "MW", "MW": "MW", "ギガワット": "GW", "GW": "GW",
    "キロワット時": "kWh", "kWh": "kWh", "メガワット時": "MWh", "MWh": "MWh", "キロカロリー": "kcal", "カロリー": "kcal", "kcal": "kcal",
    "ボルト": "V", "V": "V", "キロボルト": "kV", "ヘルツ": "Hz", "Hz": "Hz", "キロヘルツ": "kHz", "kHz": "kHz", "メガヘルツ": "MHz",
    "MHz": "MHz", "ギガヘルツ": "GHz", "GHz": "GHz", "キロバイト": "KB", "KB": "KB", "メガバイト": "MB", "MB": "MB",
    "ギガバイト": "GB", "GB": "GB", "テラバイト": "TB", "TB": "TB", "km/h": "km/h", "m/s": "m/s", "ノット": "knot",
    "ヘクトパスカル": "hPa", "hPa": "hPa", "ミリシーベルト": "mSv", "mSv": "mSv", "マイクロシーベルト": "uSv", "ベクレル": "Bq",
    "勝": "win", "敗": "loss", "月": "month", "人": "person", "名": "person", "回": "times", "度": "", "倍": "", "歳": "", "才": "",
}  # fmt: skip
# Latin unit signs must not be the start of a word or a code (5G, 10Lite).
LATIN = frozenset(u for u in UNITS if u[-1].isascii() and u[-1].isalnum())

COUNTERS: tuple[str, ...] = (
    "社", "行", "校", "店", "店舗", "件", "本", "台", "機", "隻", "艘", "棟", "戸", "軒", "世帯", "票", "枚", "冊", "匹", "頭",
    "羽", "便", "議席", "席", "自治体", "か国", "カ国", "ヶ国", "ヵ国", "ケ国", "ヶ国語", "カ国語", "か国語", "か所", "カ所",
    "ヶ所", "ヵ所", "ケ所", "箇所", "箇条", "か条", "カ条", "例", "種", "種類", "品目", "品", "曲", "首", "句", "試合",
    "分け", "発", "基", "点", "個", "箇", "つ", "組", "班", "団体", "派", "氏", "部", "部隊", "県", "都道府県", "府県", "州", "市",
    "町", "村", "市町村", "町村", "区", "郡", "字", "文字", "語", "ページ", "頁", "行目", "話", "場面", "作", "作品", "体",
    "躯", "柱", "重", "層", "階建て", "階建", "両編成", "車両", "編成", "線", "駅", "門", "塔", "間", "畝", "株", "口", "杯",
    "膳", "皿", "切れ", "玉", "粒", "滴", "束", "袋", "箱", "缶", "瓶", "着", "足", "対", "双", "幅", "面", "張", "通り", "通",
    "公演", "ステージ", "問", "科目", "単位", "教科", "学部", "学科", "学年", "クラス", "学級", "期", "期生", "シーズン", "連勝",
    "連敗", "連覇", "冠", "セット", "ゲーム", "ラウンド", "打", "安打", "本塁打", "得点", "失点", "打点", "奪三振", "盗塁", "ゴール",
    "周", "往復", "便り", "人組", "兄弟", "姉妹", "人兄弟", "人姉妹", "者", "大学", "病院", "施設", "支部", "チーム", "クラブ", "事業", "項目", "案", "法",
    "か村", "か寺", "ヶ寺", "か院", "寺", "社寺", "院", "家", "氏族", "宗", "国", "島", "山", "城", "巻", "章", "条", "段階", "品種", "種目",
    "万人", "ドット", "ピクセル", "画素", "倍速", "馬力", "床", "食", "度目", "ヶ条", "頭立て", "品番", "名様",
    "商品", "機種", "モデル", "色", "サイズ", "号車", "番組", "路線", "系統", "区間", "区画", "カ国・地域", "か国・地域", "カ国地域",
    "カ寺", "カ村", "歩", "票差", "点差", "人乗り", "人分", "人掛け", "段", "列", "桁", "拍", "小節", "楽章", "幕", "連隊", "師団", "大隊",
    "大隊", "艦", "騎", "軍", "丁", "挺", "振", "口", "領", "筋", "通話", "ブロック", "カット", "コース", "パターン", "タイプ",
    "脚", "辺", "ファイル", "アイテム", "ポスト", "フォロワー", "ユーザー", "アカウント", "レコード", "バイト", "ビット", "フレーム", "コマ", "ジャンル",
)  # fmt: skip

ORDINALS: tuple[str, ...] = (
    "位", "番目", "回目", "人目", "年目", "日目", "カ月目", "か月目", "週目", "代目", "度目", "期目", "つ目", "個目", "件目", "本目", "台目",
    "番", "号", "番地", "番線", "号線", "号機", "号車", "号室", "号店", "丁目", "等", "級", "段", "年生", "回忌", "周忌", "周年", "回生", "世",
    "代", "階", "番手", "着", "月目", "作目", "戦目", "試合目", "枚目", "社目", "例目", "軍", "限目", "時間目", "合目", "節", "場所目", "勝目",
    "条", "項", "章", "巻", "話", "幕", "番札所", "条項", "男", "女", "次",
)  # fmt: skip

_SPAN = "以内|以上|以下|未満|を経過|を超え"  # laws write 六月以内 for six months


@cache
def stop_pattern() -> str:
    """The words that hold a numeral and state no number, as one alternation, longest first."""
    words = (word for (line,) in rows("ja-no-numbers.txt") for word in line.split())
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def unit_pattern() -> str:
    """Units, ordinals and counters as one alternation, longest first; Latin signs end at a word boundary."""
    words = {*UNITS, *ORDINALS, *COUNTERS} - LATIN - {"月"}
    latin = "|".join(sorted((re.escape(u) for u in LATIN if len(u) > 1), key=len, reverse=True))
    sign = "".join(u for u in LATIN if len(u) == 1)
    names = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return rf"月(?={_SPAN})|(?<=[一二三四五六七八九十])月(?=[前後](?![半期]))|{names}|(?:{latin})(?![A-Za-z])|[{sign}](?![A-Za-z0-9])"


@cache
def ordinal_set() -> frozenset[str]:
    """The ordinals, for membership."""
    return frozenset(ORDINALS)
