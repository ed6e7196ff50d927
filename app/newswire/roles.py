"""Words for offices and titles that stand in front of a name."""

from app.newswire.punctuation import primary

ROLES: dict[str, str] = {
    "af": "minister president premier generaal",
    "ar": "الوزير وزير الوزيرة وزيرة الرئيس رئيس الرئيسة رئيسة الأمير الملك السيد السيدة الدكتور الجنرال",
    "bg": "министър министърът президентът президент премиерът премиер генерал г-н г-жа",
    "cs": "pan paní ministr ministryně ministra ministrem prezident prezidentka prezidenta premiér "
    "premiérka generál starosta senátor poslanec",
    "da": "minister ministeren præsident præsidenten statsminister statsministeren general borgmester kong "
    "dronning",
    "de": "minister ministerin ministers präsident präsidentin präsidenten kanzler kanzlerin general "
    "senator senatorin botschafter bürgermeister bürgermeisterin herr frau könig königin papst",
    "el": "υπουργός υπουργού υπουργό πρόεδρος προέδρου πρόεδρο πρωθυπουργός πρωθυπουργού στρατηγός",
    "en": "minister ministers president secretary chancellor general senator governor ambassador mayor "
    "congressman congresswoman representative commissioner colonel captain admiral prince princess "
    "king queen pope judge professor mr mrs ms dr sen rep gen gov prof",
    "es": "sr sra ministro ministra ministros presidente presidenta canciller general senador senadora "
    "gobernador gobernadora alcalde alcaldesa embajador embajadora rey reina papa señor señora",
    "et": "minister president peaminister kindral",
    "fa": "وزیر رئیس‌جمهور نخست‌وزیر ژنرال آقای خانم دکتر سردار",
    "fi": "ministeri presidentti pääministeri kenraali pormestari kuningas",
    "fr": "m mme mlle ministre ministres président présidente chancelier chancelière général sénateur "
    "sénatrice gouverneur maire ambassadeur ambassadrice roi reine pape monsieur madame",
    "he": "השר שר השרה שרת הנשיא נשיא הנשיאה הגנרל האלוף מר גברת",
    "hi": "सुश्री डॉ मंत्री राष्ट्रपति प्रधानमंत्री श्री श्रीमती जनरल",
    "hr": "ministar ministrica ministra predsjednik predsjednica predsjednika premijer general gradonačelnik",
    "hu": "miniszter elnök miniszterelnök tábornok kancellár polgármester",
    "id": "menteri presiden jenderal gubernur",
    "it": "ministro ministra ministri presidente cancelliere cancelliera generale senatore senatrice "
    "governatore sindaco ambasciatore ambasciatrice re regina papa signor signora",
    "ja": "大臣 首相 大統領 長官 知事 市長",
    "ko": "장관 대통령 총리 시장 장군",
    "nb": "minister ministeren statsråd president presidenten statsminister general ordfører kong dronning",
    "nl": "minister ministers staatssecretaris president premier generaal commandant senator burgemeester "
    "ambassadeur bondskanselier kolonel admiraal koning koningin prins prinses paus meneer mevrouw "
    "heer",
    "pl": "minister ministra ministrem ministrowie prezydent prezydenta prezydentem premier premiera "
    "generał generała kanclerz senator burmistrz pan pani",
    "pt": "sr sra ministro ministra ministros presidente chanceler general senador senadora governador "
    "governadora prefeito embaixador embaixadora rei rainha papa senhor senhora",
    "ro": "ministrul ministru ministra președintele președinte premierul general generalul primarul "
    "senatorul",
    "ru": "г-н г-жа мистер миссис мисс министр министра министру министром министре президент президента "
    "президенту президентом премьер премьер-министр генерал генерала канцлер губернатор мэр посол "
    "сенатор господин госпожа",
    "sk": "minister ministerka ministra prezident prezidentka premiér generál",
    "sl": "minister ministrica predsednik predsednica premier general",
    "sr": "г гђа г-дин g gđa министар министарка министра председник председника премијер генерал ministar "
    "ministarka ministra predsednik predsednika premijer general",
    "sv": "minister ministern president presidenten statsminister statsministern general borgmästare kung "
    "drottning",
    "tr": "bay bayan bakan bakanı başkan başkanı cumhurbaşkanı başbakan general vali",
    "uk": "пан пані міс містер міністр міністра міністром президент президента президентом прем'єр-міністр "
    "генерал канцлер",
    "vi": "ông bà",
    "zh": "部长 部長 总统 總統 总理 總理 主席 将军 將軍 市长 市長 大臣 首相",
}

# "Verteidigungsministerin", "defensieminister": a long role also counts as the end of a compound.
SHORTEST_COMPOUND_PART = 7
COMPOUNDING = frozenset({"af", "da", "de", "fi", "hu", "nb", "nl", "nn", "no", "sv"})

_NORWEGIAN = ROLES["nb"]
_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in ROLES.items()} | {
    "nn": frozenset(_NORWEGIAN.split()),
    "no": frozenset(_NORWEGIAN.split()),
    "bs": frozenset(ROLES["hr"].split()),
}
_ALL = frozenset[str]().union(*_BY_LANGUAGE.values())


def is_role(word: str, language: str) -> bool:
    """A language without a table is read with all tables."""
    code = primary(language)
    roles = _BY_LANGUAGE.get(code, _ALL)
    folded = word.casefold().rstrip(".")
    if folded in roles:
        return True
    if code not in COMPOUNDING:
        return False
    return any(len(role) >= SHORTEST_COMPOUND_PART and folded.endswith(role) for role in roles)
