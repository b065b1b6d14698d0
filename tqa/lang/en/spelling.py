"""US and UK spellings.

Provenance: the regular correspondences (-our/-or, -ise/-ize, -re/-er, -lled/-led, -ogue/-og, -ence/-ense) with the
stems to which they apply, written down by hand from general knowledge; words whose two spellings differ in meaning
(program(me) for computers, meter, practice, check, story, tire, curb, draft) are left out.
"""

from __future__ import annotations

from functools import cache

# stem: UK ending, US ending, then the endings that may follow either
_OUR = (
    "arb ard arm behavi cand clam col demean discol disfav dishon endeav fav ferv flav harb hon hum lab misdemean "
    "neighb od parl ranc rig rum sav savi splend succ tum val vap vig"
).split()
_OUR_ENDINGS = (
    "", "s", "ed", "ing", "able", "ably", "ite", "ites", "ful", "fully", "less", "er", "ers", "hood", "hoods",
)  # fmt: skip
_ISE_STEMS = (
    "organ real recogn emphas critic apolog author general mobil modern priorit special stabil summar symbol util "
    "local central civil neutral national privat legal maxim minim optim character capital categor final formal "
    "global harmon hospital industrial international jeopard liberal material memor militar monopol normal penal "
    "polar popular revital rational revolution standard subsid sympath theor trivial visual computer crystall "
    "demon democrat econom energ fantas fertil immun italic memorial motor pressur scrutin steril synchron terror "
    "urban vandal victim weapon colon familiar equal initial personal commercial reorgan disorgan demobil destabil "
    "decentral demoral antagon agon bapt brutal custom digit dramat epitom external galvan hypothes ideal idol "
    "incentiv individual institutional internal item marginal mechan mesmer miniatur oxid ostrac patron plagiar "
    "politic public random regular romantic sanit satir secular sensit social stigmat strateg tantal traumat tyrann "
    "verbal vital"
).split()
_ISE_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations", "ational")
_PAIRS = {
    "centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater", "theatres": "theaters",
    "fibre": "fiber", "fibres": "fibers", "litre": "liter", "litres": "liters", "kilometre": "kilometer",
    "kilometres": "kilometers", "centimetre": "centimeter", "centimetres": "centimeters", "millimetre": "millimeter",
    "millimetres": "millimeters", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "sombre": "somber",
    "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses", "pretence": "pretense",
    "travelled": "traveled", "travelling": "traveling", "traveller": "traveler", "travellers": "travelers",
    "cancelled": "canceled", "cancelling": "canceling", "labelled": "labeled", "labelling": "labeling",
    "modelled": "modeled", "modelling": "modeling", "signalled": "signaled", "signalling": "signaling",
    "fuelled": "fueled", "fuelling": "fueling", "counselling": "counseling", "counsellor": "counselor",
    "marvellous": "marvelous", "jewellery": "jewelry", "skilful": "skillful", "fulfil": "fulfill",
    "fulfils": "fulfills", "enrol": "enroll", "enrolment": "enrollment", "instalment": "installment",
    "instalments": "installments", "wilful": "willful", "analyse": "analyze", "analysed": "analyzed",
    "analysing": "analyzing", "analyses": "analyzes", "paralyse": "paralyze", "paralysed": "paralyzed",
    "catalyse": "catalyze", "grey": "gray", "mould": "mold", "moulds": "molds", "plough": "plow",
    "programme": "program", "programmes": "programs", "aeroplane": "airplane", "aeroplanes": "airplanes",
    "aluminium": "aluminum", "ageing": "aging", "sceptical": "skeptical", "sceptic": "skeptic",
    "sceptics": "skeptics", "scepticism": "skepticism", "paediatric": "pediatric", "haemorrhage": "hemorrhage",
    "anaesthesia": "anesthesia", "leukaemia": "leukemia", "oestrogen": "estrogen", "foetus": "fetus",
    "moustache": "mustache", "pyjamas": "pajamas", "cosy": "cozy", "tonne": "ton", "whisky": "whiskey",
    "behavioural": "behavioral", "armoury": "armory", "savoury": "savory", "defenceless": "defenseless",
    "centring": "centering", "theatregoers": "theatergoers", "lustre": "luster", "spectre": "specter",
    "sabre": "saber", "sabres": "sabers", "meagre": "meager", "levelled": "leveled", "levelling": "leveling",
    "totalled": "totaled", "totalling": "totaling", "channelled": "channeled", "channelling": "channeling",
    "dialled": "dialed", "dialling": "dialing", "quarrelled": "quarreled", "quarrelling": "quarreling",
    "equalled": "equaled", "equalling": "equaling", "rivalled": "rivaled", "rivalling": "rivaling",
    "tunnelling": "tunneling", "tunnelled": "tunneled", "marshalled": "marshaled", "unravelled": "unraveled",
    "unravelling": "unraveling", "shovelled": "shoveled", "gruelling": "grueling", "woollen": "woolen",
    "fulfilment": "fulfillment", "instil": "instill", "orthopaedic": "orthopedic", "gynaecology": "gynecology",
    "paediatrics": "pediatrics", "paediatrician": "pediatrician", "diarrhoea": "diarrhea", "anaemia": "anemia",
    "analyser": "analyzer", "analysers": "analyzers", "paralysing": "paralyzing", "breathalyser": "breathalyzer",
    "ploughed": "plowed", "ploughs": "plows", "mouldy": "moldy", "sulphur": "sulfur",
    "artefact": "artifact", "artefacts": "artifacts", "acknowledgement": "acknowledgment",
}  # fmt: skip
# Pairs in which one member is also good in the other country, or differs in meaning: matched, never reported.
_LOOSE = frozenset(
    (
        "analyses analyzes programme programmes program programs tonne ton whisky whiskey ageing aging artefact "
        "artefacts artifact artifacts acknowledgement acknowledgment grey gray fulfil fulfill fulfils fulfills "
        "theatre theater theatres theaters cancelled canceled cancelling canceling modelling modeling instil instill "
        "labored arbor arbors harbor"
    ).split()
)


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """UK → US and US → UK."""
    british = dict(_PAIRS)
    for stem in _OUR:
        for ending in _OUR_ENDINGS:
            british[f"{stem}our{ending}"] = f"{stem}or{ending}"
    for stem in _ISE_STEMS:
        for ending in _ISE_ENDINGS:
            british[f"{stem}is{ending}"] = f"{stem}iz{ending}"
    return british, {us: uk for uk, us in british.items()}


def variants(word: str) -> tuple[str, ...]:
    """The other spelling of a lower-case word, if it has one.

    >>> variants("labour"), variants("organization"), variants("table")
    (('labor',), ('organisation',), ())
    """
    other = spellings().get(word)
    return (other,) if other else ()


@cache
def spellings() -> dict[str, str]:
    """Each word that has two spellings, in small letters, with the other one."""
    british, american = _table()
    return american | british


def variety(word: str) -> str:
    """"uk" or "us" for a lower-case word that only one of them spells so, else "".

    Words in -ize are "": Oxford and many British houses write them.

    >>> variety("favourite"), variety("defense"), variety("organize"), variety("organise"), variety("sea")
    ('uk', 'us', '', 'uk', '')
    """
    if word in _LOOSE:
        return ""
    british, american = _table()
    if word in british:
        return "uk"
    return "us" if word in american and "iz" not in word[-9:] else ""


def ending(word: str) -> str:
    """"ise" or "ize" for a lower-case word that may end in either, else "".

    >>> ending("organisation"), ending("realizing"), ending("exercise"), ending("prize")
    ('ise', 'ize', '', '')
    """
    british, american = _table()
    if word in british:
        return "ise" if british[word].replace("iz", "is") == word else ""
    return "ize" if word in american and american[word].replace("is", "iz") == word else ""
