"""From English into Japanese: a table of right and wrong translations, every rule on; values are in test_values_enja."""

from __future__ import annotations

import pytest
from examples import unmark

from tqa import Checker, Finding

# Texts, as aligned pairs; what ⟦is marked⟧ must be reported by the rule named, and nothing else at minor or above.
BAD: list[tuple[str, list[tuple[str, str]]]] = [
    ("date-mismatch", [("It opened in July 2016.", "それは ⟦2016 年 1 月⟧に開いた。")]),
    ("number-missing", [("The list came out in 2006, on a rainy day.", "⟦リスト⟧は雨の日に出た。")]),
    ("foreign-residue", [("It starts with the first file. Keep the list in “Files” as it is.",
                          "⟦It starts with the first file. Keep the list in 「ファイル」 as it is for now.⟧")]),
    ("title-mismatch", [("Former President Trump gave a speech.", "トランプ⟦大統領⟧が演説した。")]),
    ("title-mismatch", [("Vice President Harris visited Tokyo.", "ハリス⟦大統領⟧が東京を訪れた。")]),
    ("title-mismatch", [("President Obama visited Nara.", "オバマ⟦元大統領⟧が奈良を訪れた。")]),
    ("title-mismatch", [("Governor Newsom signed it.", "ニューサム⟦市長⟧が署名した。")]),
    ("title-mismatch", [("Prime Minister Johnson resigned.", "ジョンソン⟦大統領⟧は辞任した。")]),
    ("country-mismatch", [("Germany and France signed the treaty.", "ドイツと⟦イタリア⟧が条約に署名した。")]),
    ("country-mismatch", [("They crossed the border of Libya.", "彼らは⟦リベリア⟧の国境を越えた。")]),
    ("antonym-flip", [("Allow access to the camera", "カメラへのアクセスを⟦拒否⟧する")]),
    ("antonym-flip", [("Increase the margin", "余白を⟦小さくする⟧")]),
    ("bound-flip", [("It takes up to 12 guests.", "⟦最小12名⟧のお客様が泊まれます。")]),
    ("antonym-flip", [("Exports rose in March.", "3月の⟦輸入⟧は増えた。")]),
    ("antonym-flip", [("Sort the messages by newest first.", "メッセージを⟦古い⟧順に並べ替える。")]),
    ("antonym-flip", [("His sister lives in the north.", "彼の⟦弟⟧は北に住んでいる。")]),
    ("untranslated", [("The mayor spoke about schools.", "⟦⟧"), ("He left at noon.", "正午に去った。")]),
    ("untranslated", [("Show hidden files", "⟦Show hidden files⟧")]),
    ("date-mismatch", [("The lilies bloom from mid-June.", "百合は⟦6月末⟧から咲く。")]),
    ("unrelated", [("The old singer was buried in a small village by the sea.",
                    "⟦政府は来年度の予算案を国会に提出し、野党は増税に反対した。⟧")]),
    ("sentence-missing", [("The new museum opens by the station in May. The mayor criticized the high cost of the roof.",
                          "新しい美術館は5月に駅のそばで開く⟦。⟧")]),
    ("truncated", [("That sounds great. I studied art at a college in the north. How do you like your new school there?",
                    "⟦いいね、どうですか。⟧")]),
    ("question-mismatch", [("I grow tomatoes in my garden. What do you grow?", "庭でトマトを育てています⟦。⟧")]),
    ("question-mismatch", [("I love cats, do you have any pets?", "猫が大好きなん⟦だ⟧")]),
    ("repeated-phrase", [("I adore my small garden.", "私は庭が大好きなのだ⟦庭が大好きなのだ⟧。")]),
    ("phone-mismatch", [("Call 1-800-555-0199.", "⟦1 - 800555 - 0199⟧にお電話ください。")]),
    ("negation-flip", [("The minister did not sign the letter.", "大臣はその手紙に⟦署名した⟧。")]),
    ("negation-flip", [("Do not open the lid while the pan is hot.", "鍋が熱い間は蓋を開けて⟦ください⟧。")]),
    ("negation-flip", [("The ice is thin, so do not walk on it.", "氷が薄くなっています。その上を歩いて⟦ください⟧。")]),
    ("negation-flip", [("The soil is not only dry but poor.", "土が乾⟦いている⟧。")]),
    ("negation-flip", [("The museum does not use oil for heat.", "めまいがするほど美しい館は暖房に石油を使⟦っている⟧。")]),
    ("latin-mismatch", [("Meindert Boysen spoke.", "⟦Meinert⟧ Boysen氏が語った。")]),
    ("latin-mismatch", [("The DMM is broken.", "⟦DM M⟧が壊れている。")]),
    ("latin-mismatch", [("Please read the number listed below.", "下の⟦numberlisted⟧を読んでください。")]),
    ("foreign-residue", [("You can change it later.", "設定は⟦you can change it later⟧と表示されます。")]),
    ("foreign-residue", [("The city started the plan.", "市は⟦计⟧画を始めた。")]),
    ("term-drift", [("Continuous integration saves time.", "継続的インテグレーションは時間を節約する。"),
                    ("They use continuous integration.", "継続的インテグレーションを使う。"),
                    ("Continuous integration is cheap.", "継続的インテグレーションは安い。"),
                    ("They like continuous integration.", "⟦継続的統合⟧が好きだ。")]),
    ("term-drift", [("Rockland is a town.", "ロックランドは町である。"), ("He left Rockland.", "彼は⟦Rockland⟧を去った。")]),
    ("spelling-variant", [("Start the server. Stop the server. Choose the server.",
                           "サーバーを起動する。サーバーを止める。サーバーを選ぶ。"),
                          ("Connect to the server.", "⟦サーバ⟧に接続する。")]),
    ("kakko-unpaired", [("“The plan has started,” he said.", "彼は⟦「⟧計画が始まったと述べた。")]),
    ("particle-doubled", [("They check the data.", "資料⟦をを⟧確認する。")]),
    ("phrase-doubled", [("A setting is necessary.", "設定が必要です⟦必要です⟧。")]),
    ("punctuation-doubled", [("The plan started. It ends in May.", "計画が始まった⟦。。⟧5月に終わる。")]),
    ("halfwidth-katakana", [("The service starts.", "⟦ｻｰﾋﾞｽ⟧が始まる。")]),
    ("western-punctuation", [("Read the data and send your opinion.", "資料を読み⟦,⟧意見を送る。")]),
    ("placeholder-mismatch", [("Hello, %s!", "⟦こんにちは！⟧")]),
    ("url-mismatch", [("See https://example.org/a.", "⟦https://example.org/b⟧を参照。")]),
]  # fmt: skip
GOOD: list[list[tuple[str, str]]] = [
    [("The unit is one of minutes, hours and days.", "単位は minutes、hours、days のいずれかです。")],
    [("It opened in May 2016.", "それは 2016 年 5 月に開いた。")],
    [("The date has the correct format but is invalid.", "日付の形式は有効ですが、不正な日付です。")],
    [("I haven't been very well since Monday.", "月曜から調子が悪くて。")],
    [("The minister did not sign the letter.", "大臣はその手紙への署名を見送った。")],
    [("Do not forget your umbrella.", "傘を持ってきてください。")],
    [("Do not open the lid.", "蓋は閉めたままにしましょう。開けるのは禁物です。")],
    [("The rice is not only cheap but good.", "米は安いし、おいしい。")],
    [("Rent is not cheap here.", "ここは家賃が高い。")],
    [("I am not from here.", "いえ、私はよその者です。")],
    [("They rode 12 miles to the lake.", "一行は湖まで20キロほど馬に乗った。")],
    [("Let her go, man, let her go.", "彼女を行かせてやってくれ、彼女を行かせてやってくれ。")],
    [("How about we start with a walk?", "散歩から始めましょう。")],
    [("You like cats, do you?", "猫がお好きですね。")],
    [("What is a container?", "コンテナの概要")],
    [("Former President Trump gave a speech.", "トランプ前大統領が演説した。")],
    [("Former President Trump gave a speech.", "トランプ氏が演説した。")],
    [("Then-President Obama visited Nara.", "当時のオバマ大統領が奈良を訪れた。")],
    [("The late Prime Minister Shinzo Abe was mourned.", "安倍晋三元首相が悼まれた。")],
    [("Deputy Secretary of State Sherman arrived.", "シャーマン国務副長官が到着した。")],
    [("German and French leaders signed the treaty.", "独仏首脳が条約に署名した。")],
    [("London criticized it.", "英国は批判した。")],
    [("Is this the best price you can give us?", "これが御社の最低価格ですか。")],
    [("The decline in exports stopped.", "輸出の減少が止まった。")],
    [("Citizens opposed the plan.", "市民は計画に反対し、市長は謝罪した。"), ("The mayor apologized.", "")],
    [("N/A", "")],
    [("The Franchisor pays the Franchisee.", "フランチャイザーはフランチャイジーに支払う。"),
     ("The Franchisee pays rent.", "フランチャイジーは家賃を払う。"),
     ("The Franchisor pays tax.", "フランチャイザーは税を払う。")],
    [("Abstract base class", "Abstract base class"), ("method resolution order", "method resolution order")],
    [("Zen of Python", "Zen of Python"), ("Visual Studio code", "Visual Studio code")],
    [("The museum opens in May. The mayor criticized the high cost.", "美術館は5月に開くが、市長は費用が高いと批判した。")],
    [("The World Health Organization met in Geneva.", "WHOはジュネーブで会合を開いた。")],
    [("Open the website.", "Webサイトを開く。")],
    [("Meindert Boysen spoke to Acme Tools.", "Meindert Boysen氏はAcme Toolsに語った。")],
    [("The Department of Health published “You can do it.”", "Department of Healthは「You can do it」を出した。")],
    [("Rockland is a town.", "ロックランドは町である。"), ("The Rockland Times said so.", "Rockland Timesが伝えた。")],
    [("The end user pays.", "エンドユーザーが支払う。"), ("End users pay less.", "エンドユーザーの支払いは減る。")],
    [("The company and its new company policy.", "会社とその新しい会社方針。")],
    [("He said: “I will go.”", "彼は「行く」と言った。")],
    [("The plan was to have started...", "計画は始まるはずだった。。。")],
    [("See you tomorrow.", "お先に失礼します。")],
]


def found(pairs: list[tuple[str, str]]) -> list[list[Finding]]:
    return Checker().check_pairs(pairs, lang="ja", source_lang="en")


@pytest.mark.parametrize(("rule", "marked"), BAD)
def test_bad(rule: str, marked: list[tuple[str, str]]) -> None:
    plain = [(source, *unmark(target)) for source, target in marked]
    rows = found([(source, target) for source, target, _ in plain])
    said = [[(one.rule, one.start, one.end) for one in row if one.severity != "info"] for row in rows]
    assert said == [[(rule, *span) for span in spans] for _, _, spans in plain]


@pytest.mark.parametrize("pairs", GOOD)
def test_good(pairs: list[tuple[str, str]]) -> None:
    assert [one for row in found(pairs) for one in row if one.severity != "info"] == []
