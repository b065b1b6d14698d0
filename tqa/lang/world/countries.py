"""Countries and wider regions under their Japanese and English names.

Provenance: written down by hand from general knowledge of the standard names (those of the Japanese foreign ministry
and of English news), state of 2026. One line each: Japanese names, the single characters that stand for the country
in compounds, English names, words for people and things from there, seat of government. A name in brackets is
understood but asks for no counterpart.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_TABLE = """
日本,日本国|日|Japan|Japanese|Tokyo
アメリカ,米国,アメリカ合衆国,合衆国|米|United States,US,USA,America,the States,Stateside|American,Americans|Washington,White House,Pentagon
イギリス,英国,グレートブリテン,連合王国|英|United Kingdom,UK,Britain,Great Britain,England|British,English,Englishman,Englishmen,Englishwoman,Anglo,Briton,Britons,Brit,Brits,Scotland,Scottish,Welsh|London
フランス,仏国|仏|France|French,Franco,Frenchman,Frenchmen,Frenchwoman|Paris
ドイツ,独逸,西ドイツ,東ドイツ|独|Germany,West Germany,East Germany|German,Germans|Berlin,Bonn
イタリア|伊|Italy|Italian,Italians|Rome
ロシア,ロシア連邦|露,ロ|Russia|Russian,Russians,Russo|Moscow,Kremlin
ソ連,ソビエト,ソヴィエト,ソビエト連邦|ソ|Soviet Union,USSR,Soviet|Soviet,Soviets|Moscow,Kremlin
中国,中華人民共和国,中共|中|China,PRC,People's Republic of China|Chinese,Sino|Beijing,Peking
台湾,中華民国|台|Taiwan,Republic of China|Taiwanese|Taipei
韓国,大韓民国,南朝鮮|韓|South Korea,Korea,ROK,Republic of Korea|South Korean,South Koreans,Korean,Koreans|Seoul,Blue House
北朝鮮,朝鮮民主主義人民共和国|朝|North Korea,DPRK,Democratic People's Republic of Korea,Korea|North Korean,Korean,North Koreans,Koreans|Pyongyang
カナダ|加|Canada|Canadian,Canadians|Ottawa
オーストラリア,濠洲|豪|Australia|Australian,Australians,Aussie,Aussies|Canberra
ニュージーランド||New Zealand|New Zealander,New Zealanders,Kiwi|Wellington
インド|印|India|Indian,Indians,Indo|New Delhi,Delhi
パキスタン||Pakistan|Pakistani,Pakistanis|Islamabad
バングラデシュ,バングラデッシュ||Bangladesh|Bangladeshi,Bangladeshis|Dhaka
スリランカ,セイロン||Sri Lanka,Ceylon|Sri Lankan,Sri Lankans|Colombo
ネパール||Nepal|Nepali,Nepalese,Nepalis|Kathmandu
ブータン||Bhutan|Bhutanese|Thimphu
モルディブ,モルジブ||Maldives|Maldivian,Maldivians|Male
アフガニスタン,アフガン||Afghanistan|Afghan,Afghans|Kabul
イラン,イラン・イスラム共和国||Iran|Iranian,Iranians|Tehran
イラク||Iraq|Iraqi,Iraqis|Baghdad
シリア||Syria|Syrian,Syrians|Damascus
レバノン||Lebanon|Lebanese|Beirut
ヨルダン||Jordan|Jordanian,Jordanians|Amman
イスラエル||Israel|Israeli,Israelis,Jewish|Jerusalem,Tel Aviv
パレスチナ||Palestine,Palestinian territories|Palestinian,Palestinians|Ramallah,Gaza
サウジアラビア,サウジ||Saudi Arabia,Saudi|Saudi,Saudis,Saudi Arabian|Riyadh
クウェート,クウェイト||Kuwait|Kuwaiti,Kuwaitis|Kuwait City
カタール||Qatar|Qatari,Qataris|Doha
バーレーン||Bahrain|Bahraini,Bahrainis|Manama
アラブ首長国連邦||United Arab Emirates,UAE,Emirates|Emirati,Emiratis|Abu Dhabi,Dubai
オマーン||Oman|Omani,Omanis|Muscat
イエメン||Yemen|Yemeni,Yemenis|Sanaa
トルコ|土|Turkey,Turkiye|Turkish,Turk,Turks|Ankara
キプロス||Cyprus|Cypriot,Cypriots|Nicosia
ジョージア,グルジア||Georgia|Georgian,Georgians|Tbilisi
アルメニア||Armenia|Armenian,Armenians|Yerevan
アゼルバイジャン||Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku
カザフスタン||Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana
ウズベキスタン||Uzbekistan|Uzbek,Uzbeks|Tashkent
トルクメニスタン||Turkmenistan|Turkmen,Turkmens|Ashgabat
キルギス,キルギスタン||Kyrgyzstan,Kyrgyz Republic|Kyrgyz|Bishkek
タジキスタン||Tajikistan|Tajik,Tajiks|Dushanbe
モンゴル|蒙|Mongolia|Mongolian,Mongolians,Mongol,Mongols|Ulaanbaatar,Ulan Bator
ベトナム,ヴェトナム|越|Vietnam,Viet Nam|Vietnamese|Hanoi
タイ王国||Thailand|Thai,Thais|Bangkok
ラオス||Laos|Lao,Laotian,Laotians|Vientiane
カンボジア||Cambodia|Cambodian,Cambodians,Khmer|Phnom Penh
ミャンマー,ビルマ||Myanmar,Burma|Myanmar,Burmese|Naypyitaw,Yangon,Rangoon
マレーシア||Malaysia|Malaysian,Malaysians,Malay|Kuala Lumpur
シンガポール|星|Singapore|Singaporean,Singaporeans|Singapore
インドネシア||Indonesia|Indonesian,Indonesians|Jakarta
フィリピン|比|Philippines|Philippine,Filipino,Filipinos,Filipina|Manila
ブルネイ||Brunei|Bruneian|Bandar Seri Begawan
東ティモール||East Timor,Timor-Leste|Timorese|Dili
パプアニューギニア||Papua New Guinea|Papuan|Port Moresby
フィジー||Fiji|Fijian,Fijians|Suva
サモア||Samoa|Samoan,Samoans|Apia
トンガ||Tonga|Tongan,Tongans|Nuku'alofa
バヌアツ||Vanuatu|Vanuatuan|Port Vila
ソロモン諸島||Solomon Islands,Solomons|Solomon Islander|Honiara
パラオ||Palau|Palauan,Palauans|Ngerulmud
ツバル||Tuvalu|Tuvaluan|Funafuti
ナウル||Nauru|Nauruan|Yaren
キリバス||Kiribati|Kiribati|Tarawa
マーシャル諸島||Marshall Islands|Marshallese|Majuro
ミクロネシア||Micronesia|Micronesian|Palikir
スペイン|西|Spain|Spanish,Spaniard,Spaniards|Madrid
ポルトガル|葡|Portugal|Portuguese|Lisbon
オランダ|蘭|Netherlands,Holland|Dutch,Dutchman,Dutchmen,Netherlands|The Hague,Amsterdam
ベルギー||Belgium|Belgian,Belgians|Brussels
ルクセンブルク||Luxembourg|Luxembourgish|Luxembourg
スイス|瑞|Switzerland|Swiss|Bern,Berne
オーストリア|墺|Austria|Austrian,Austrians|Vienna
アイルランド||Ireland|Irish,Irishman,Irishmen|Dublin
アイスランド||Iceland|Icelandic,Icelander,Icelanders|Reykjavik
ノルウェー||Norway|Norwegian,Norwegians|Oslo
スウェーデン||Sweden|Swedish,Swede,Swedes|Stockholm
フィンランド||Finland|Finnish,Finn,Finns|Helsinki
デンマーク||Denmark|Danish,Dane,Danes|Copenhagen
グリーンランド||Greenland|Greenlandic,Greenlander,Greenlanders|Nuuk
ポーランド|波|Poland|Polish,Pole,Poles|Warsaw
チェコ,チェコ共和国||Czech Republic,Czechia,Czech|Czech,Czechs|Prague
チェコスロバキア,チェコスロヴァキア||Czechoslovakia|Czechoslovak,Czechoslovakian|Prague
スロバキア,スロヴァキア||Slovakia,Slovak Republic|Slovak,Slovaks,Slovakian|Bratislava
スロベニア,スロヴェニア||Slovenia|Slovenian,Slovenians,Slovene,Slovenes|Ljubljana
ハンガリー||Hungary|Hungarian,Hungarians|Budapest
ルーマニア||Romania|Romanian,Romanians|Bucharest
ブルガリア||Bulgaria|Bulgarian,Bulgarians|Sofia
ギリシャ,ギリシア|希|Greece|Greek,Greeks|Athens
アルバニア||Albania|Albanian,Albanians|Tirana
ユーゴスラビア,ユーゴ,ユーゴスラヴィア||Yugoslavia|Yugoslav,Yugoslavs,Yugoslavian|Belgrade
セルビア||Serbia|Serbian,Serbians,Serb,Serbs|Belgrade
クロアチア||Croatia|Croatian,Croatians,Croat,Croats|Zagreb
ボスニア・ヘルツェゴビナ,ボスニア||Bosnia and Herzegovina,Bosnia|Bosnian,Bosnians|Sarajevo
モンテネグロ||Montenegro|Montenegrin,Montenegrins|Podgorica
コソボ||Kosovo|Kosovar,Kosovars|Pristina
北マケドニア,マケドニア||North Macedonia,Macedonia|Macedonian,Macedonians|Skopje
モルドバ,モルドヴァ||Moldova|Moldovan,Moldovans|Chisinau
ウクライナ|烏|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
ベラルーシ,白ロシア||Belarus|Belarusian,Belarusians,Belarussian|Minsk
リトアニア||Lithuania|Lithuanian,Lithuanians|Vilnius
ラトビア,ラトヴィア||Latvia|Latvian,Latvians|Riga
エストニア||Estonia|Estonian,Estonians|Tallinn
マルタ||Malta|Maltese|Valletta
バチカン,ヴァチカン,バチカン市国||Vatican,Holy See|Vatican|Vatican City
モナコ||Monaco|Monegasque|Monaco
エジプト|埃|Egypt|Egyptian,Egyptians|Cairo
リビア||Libya|Libyan,Libyans|Tripoli
リベリア||Liberia|Liberian,Liberians|Monrovia
チュニジア||Tunisia|Tunisian,Tunisians|Tunis
アルジェリア||Algeria|Algerian,Algerians|Algiers
モロッコ||Morocco|Moroccan,Moroccans|Rabat
モーリタニア||Mauritania|Mauritanian,Mauritanians|Nouakchott
モーリシャス||Mauritius|Mauritian,Mauritians|Port Louis
スーダン||Sudan|Sudanese|Khartoum
南スーダン||South Sudan|South Sudanese|Juba
エチオピア||Ethiopia|Ethiopian,Ethiopians|Addis Ababa
エリトリア||Eritrea|Eritrean,Eritreans|Asmara
ジブチ||Djibouti|Djiboutian|Djibouti
ソマリア||Somalia|Somali,Somalis,Somalian|Mogadishu
ケニア||Kenya|Kenyan,Kenyans|Nairobi
ウガンダ||Uganda|Ugandan,Ugandans|Kampala
タンザニア||Tanzania|Tanzanian,Tanzanians|Dodoma,Dar es Salaam
ルワンダ||Rwanda|Rwandan,Rwandans|Kigali
ブルンジ||Burundi|Burundian,Burundians|Gitega
コンゴ民主共和国,ザイール||Democratic Republic of the Congo,Democratic Republic of Congo,DRC,Congo,Zaire|Congolese|Kinshasa
コンゴ,コンゴ共和国||Republic of the Congo,Congo|Congolese|Brazzaville
アンゴラ||Angola|Angolan,Angolans|Luanda
ザンビア||Zambia|Zambian,Zambians|Lusaka
ジンバブエ||Zimbabwe|Zimbabwean,Zimbabweans|Harare
モザンビーク||Mozambique|Mozambican,Mozambicans|Maputo
マラウイ||Malawi|Malawian,Malawians|Lilongwe
マダガスカル||Madagascar|Malagasy|Antananarivo
ボツワナ||Botswana|Motswana,Botswanan|Gaborone
ナミビア||Namibia|Namibian,Namibians|Windhoek
南アフリカ,南アフリカ共和国|南ア|South Africa|South African,South Africans|Pretoria
レソト||Lesotho|Basotho|Maseru
ナイジェリア||Nigeria|Nigerian,Nigerians|Abuja,Lagos
ニジェール||Niger|Nigerien,Nigeriens|Niamey
ガーナ||Ghana|Ghanaian,Ghanaians|Accra
ガンビア||Gambia|Gambian,Gambians|Banjul
ギニア||Guinea|Guinean,Guineans|Conakry
ギニアビサウ||Guinea-Bissau|Bissau-Guinean|Bissau
赤道ギニア||Equatorial Guinea|Equatoguinean|Malabo
シエラレオネ||Sierra Leone|Sierra Leonean|Freetown
コートジボワール,象牙海岸||Ivory Coast,Cote d'Ivoire|Ivorian,Ivorians|Yamoussoukro,Abidjan
セネガル||Senegal|Senegalese|Dakar
マリ共和国||Mali|Malian,Malians|Bamako
ブルキナファソ||Burkina Faso|Burkinabe|Ouagadougou
ベナン||Benin|Beninese|Porto-Novo
トーゴ||Togo|Togolese|Lome
カメルーン||Cameroon|Cameroonian,Cameroonians|Yaounde
ガボン||Gabon|Gabonese|Libreville
チャド||Chad|Chadian,Chadians|N'Djamena
中央アフリカ,中央アフリカ共和国||Central African Republic,Central Africa|Central African|Bangui
メキシコ|墨|Mexico|Mexican,Mexicans|Mexico City
グアテマラ||Guatemala|Guatemalan,Guatemalans|Guatemala City
ホンジュラス||Honduras|Honduran,Hondurans|Tegucigalpa
エルサルバドル||El Salvador|Salvadoran,Salvadorans|San Salvador
ニカラグア||Nicaragua|Nicaraguan,Nicaraguans|Managua
コスタリカ||Costa Rica|Costa Rican,Costa Ricans|San Jose
パナマ||Panama|Panamanian,Panamanians|Panama City
キューバ||Cuba|Cuban,Cubans|Havana
ハイチ||Haiti|Haitian,Haitians|Port-au-Prince
ドミニカ共和国||Dominican Republic|Dominican,Dominicans|Santo Domingo
ジャマイカ||Jamaica|Jamaican,Jamaicans|Kingston
プエルトリコ||Puerto Rico|Puerto Rican,Puerto Ricans|San Juan
バハマ||Bahamas|Bahamian|Nassau
ブラジル|伯|Brazil|Brazilian,Brazilians|Brasilia
アルゼンチン|亜|Argentina|Argentine,Argentinian,Argentines,Argentinians|Buenos Aires
チリ共和国||Chile|Chilean,Chileans|Santiago
ペルー||Peru|Peruvian,Peruvians|Lima
ボリビア||Bolivia|Bolivian,Bolivians|La Paz,Sucre
パラグアイ||Paraguay|Paraguayan,Paraguayans|Asuncion
ウルグアイ||Uruguay|Uruguayan,Uruguayans|Montevideo
コロンビア||Colombia|Colombian,Colombians|Bogota
ベネズエラ||Venezuela|Venezuelan,Venezuelans|Caracas
エクアドル||Ecuador|Ecuadorian,Ecuadorians,Ecuadorean|Quito
ガイアナ||Guyana|Guyanese|Georgetown
スリナム||Suriname|Surinamese|Paramaribo
香港||Hong Kong|Hong Konger,Hong Kongers,Hongkonger|Hong Kong
マカオ,澳門||Macau,Macao|Macanese|Macau
"""
_REGIONS = """
アジア|亜|Asia|Asian,Asians
ヨーロッパ,欧州,西欧,東欧,北欧|欧|Europe,EU,European Union,Scandinavia|European,Europeans,Scandinavian,Nordic
北米,北アメリカ,米大陸||North America,Americas|North American
中東||Middle East|Middle Eastern
アフリカ||Africa|African,Africans
南米,中南米,ラテンアメリカ,南アメリカ,中米||South America,Latin America,Central America|South American,Latin American,Latin Americans
"""
# What else in a Japanese text speaks of a country, by its first English name: dynasties, old names, scripts, seats.
_SIGNS = {
    "China": "漢 唐 宋 元 明 清 隋 華 支那 シナ 孔子 北京 上海",
    "India": "天竺 梵 印度 サンスクリット",
    "South Korea": "朝鮮 高麗 百済 新羅 任那 渤海 ハングル ソウル",
    "North Korea": "朝鮮 高句麗 ハングル 平壌",
    "Taiwan": "台北 高雄",
    "Portugal": "南蛮",
    "Spain": "南蛮",
    "Mongolia": "元寇",
    "Turkey": "オスマン",
    "Iran": "ペルシ",
    "Germany": "プロイセン ナチス ベルリン",
    "France": "パリ",
    "Italy": "ローマ ベネチア ヴェネツィア",
    "Greece": "アテネ",
    "Russia": "モスクワ ソ連",
    "Israel": "ユダヤ",
    "United States": "ワシントン ハワイ",
    "Europe": "西洋 泰西 南蛮 欧",
    "United Kingdom": "イングランド スコットランド ウェールズ ロンドン",
}
# Countries that pass for one another: one that became the other, or two that share a name.
_KIN = (
    "Soviet Union,Russia", "China,Taiwan", "Czech Republic,Czechoslovakia,Slovakia",
    "Serbia,Croatia,Yugoslavia", "United Kingdom,Ireland",
    "Democratic Republic of the Congo,Republic of the Congo",
)  # fmt: skip
# Words that hold a country's name and mean something else.
_NOT_THE_COUNTRY = (
    "仏国(?=[一-鿿])(?!仏国[人軍政大首])|中国大返|中国道|中国地方|中国山地|中国電力|中国新聞|中国自動車道|中国運輸局|中国四国|中国・四国|四国、中国|中国、四国|九州、中国|東南アジア|小アジア|日本インドネシア"
    "|アメリカン|インディアン|イタリアン|トルコ石|トルコ風呂|ジャワ|コロンビア大学|ジョージア州|ジョージア工科|スイスチーズ|チリソース|ガーナチョコ|オランダ坂"
    "|フランスパン|ドイツ語|フランス語|イタリア語|スペイン語|ロシア語|ポルトガル語|中国語|韓国語|アラビア語|オランダ語|日本語|インド洋|日本海|東シナ海|南シナ海"
    "|スペイン風邪|メキシコ湾|ペルシャ湾|ギニア湾|ベンガル湾|オーストラリア産|アメリカザリガニ|コンゴ川|ヨルダン川|ヨルダン渓谷|カナダグース|サウジアラムコ"
)


class Country(NamedTuple):
    """A country or a region. `number` is its place in the table; `names` are its English names, the first preferred."""

    number: int
    ja: tuple[str, ...]
    marks: tuple[str, ...]
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    region: bool


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
    for number, line in enumerate([*_TABLE.strip().split("\n"), *_REGIONS.strip().split("\n")]):
        fields = [tuple(part for part in field.split(",") if part) for field in line.split("|")]
        seats = fields[4] if len(fields) > 4 else ()
        japanese, marks, names, people = fields[:4]
        found.append(Country(number, japanese, marks, names, people, seats, region=len(fields) < 5))
    return tuple(found)


@cache
def _japanese() -> tuple[re.Pattern[str], dict[str, Country]]:
    names = {name: country for country in countries() for name in country.ja}
    longest = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"({_NOT_THE_COUNTRY})|(?<![ァ-ヺー])(?<![一-鿿](?=[一-鿿]))({longest})(?![ァ-ヺー])"), names


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
            firm = country.number != 0 and not (country.region or aside or _hedged(text, match.end()))
            found.append(Mention(match.start(), match.end(), country, firm))
    pattern, marks = _marks()
    for match in pattern.finditer(text):
        for at in range(match.start(), match.end()):
            country_of = marks.get(text[at])
            if country_of is not None:
                found.append(Mention(at, at + 1, country_of, country_of.number != 0 and not country_of.region))
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
    signs = (*country.ja, *country.marks, *country.names, *_SIGNS.get(country.names[0], "").split())
    return any(sign in source for sign in signs)


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
