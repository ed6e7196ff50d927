"""The commonest words that carry a language's grammar: articles, prepositions, conjunctions.

What one language says and another does not shows which language a word was left in. Words that two
languages share stand in both lists, so that neither is foreign to the other.
"""

from collections.abc import Collection
from functools import lru_cache

_WORDS: dict[str, str] = {
    "af": (
        "die en van in is wat met dat het vir op nie was om te by deur aan as na sy hulle maar of ook uit kan"
    ),
    "be": "і й у ў на з за да не што як па ад для але гэта а так ці яны ён яна быў мы",
    "bg": "и на в за от се да с не че по са като до ще но през или как това към който бе е а й",
    "bs": "i u na je za se od da s su sa koji a o iz ne kao po bi ili što to će ali do nije",
    "ca": (
        "i de la el en que a les els un una per amb és del al se no més va dels com o han l d s hi ha sobre"
    ),
    "cs": (
        "a v na se je že s z do o i to za pro od po k ve si ale jako by který jsou u bylo nebo až "
        "před však při"
    ),
    "cy": "y yr a o i yn ar am wedi ei mae oedd gan ac bod at eu hefyd fel cael er na ond un",
    "da": (
        "og i at er en den til på det af som med for de ikke der et var har om sig fra vil ved men "
        "han også eller efter kan blev under så"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
        "war haben nur oder aber vor zur bis mehr durch man sein wurde"
    ),
    "el": (
        "και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον τους δεν τις "
        "ένα μια ότι"
    ),
    "en": (
        "the of and to in a is that for on was with as by at are it from be his have has not an or "
        "this were but which their they had been will would who also after more its he she we you "
        "when there about into than if can over no out up so what all"
    ),
    "es": (
        "de la que el en y a los se del las un por con una su para es al lo como más o pero sus le ha "
        "me si sin sobre este entre cuando ser son también fue había desde no ya muy"
    ),
    "et": "ja on ei et see oli ka kui aga ning mis ta oma või nii ma kes seda siis välja ole veel",
    "eu": "eta da ez bat du ere dira zen dute izan baina duen egin edo dela den hau",
    "fi": (
        "ja on ei se että oli hän mutta ovat myös kun tai jos niin joka mukaan sekä kuin ole hänen "
        "sen vain jo nyt sitä"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
        "sont avec son mais ont comme aux ou sa cette être ses été même elle ces on nous leur sans "
        "deux à où après"
    ),
    "ga": "an na agus a ar i is le go do bhí sé tá leis ag as ach sin seo de",
    "gl": "de a e o que do da en os un as para con unha por no na ao é se dos máis non como pero",
    "hr": "i u na je za se od da s su sa koji a o iz ne kao po bi ili što to će ali do nije",
    "hu": ("a az és hogy nem is egy ez volt meg de csak már mint azt el ki van még vagy után szerint lesz"),
    "id": (
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada mereka oleh "
        "atau telah"
    ),
    "is": "og í að er á en sem til við um hann var með ekki fyrir það af þess hefur þeir hún frá",
    "it": (
        "di che e la il un a per in una è non con i le del si da della al come dei lo più gli sono "
        "nel ma alla ha anche delle su o se ed era suo sua ad"
    ),
    "lb": "de an d déi vun op fir mat ass net dat den och eng am e war hunn datt si sech der ze vum zu",
    "lt": "ir į iš kad su yra tai buvo bet o apie nuo jis po už dėl taip kaip prie ar ne",
    "lv": "un ir uz ar no par kas ka bet tas arī pie bija pēc kā tā vai ja šo viņš",
    "mk": "и на во се за да од е со не дека го ги што по ќе како а но или до ја беше тој",
    "ms": (
        "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke kerana ada mereka oleh "
        "atau telah"
    ),
    "nb": (
        "og i at er en den til på det av som med for de ikke der et var har om seg fra vil ved men "
        "han også eller etter kan ble under så å hun"
    ),
    "nl": (
        "de van het en in een is dat op te zijn met voor die niet aan er om ook als bij maar dan of "
        "uit nog was door naar heeft ze wordt hij over worden tot hebben werd geen meer zou wel tegen "
        "onder zich na ik wat"
    ),
    "nn": (
        "og i at er ein den til på det av som med for dei ikkje der eit var har om seg frå vil ved "
        "men han òg eller etter kan vart under så å ho ei"
    ),
    "pl": (
        "i w na z się do nie że to jest o za od po jak przez co dla ale czy są przy był oraz a już "
        "jego tym który u ze tylko"
    ),
    "pt": (
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à "
        "seu sua ou quando muito nos já eu também só pelo pela até isso foi ser"
    ),
    "ro": (
        "de și în a la cu pe că nu din o se care un pentru este mai să au fost sunt ca dar prin sau "
        "al ale după"
    ),
    "ru": (
        "и в не на что с по как это он к из у за от о для но до же она так его а или мы они бы был при со во"
    ),
    "sk": (
        "a v na sa je že s z do o i to za pre od po k vo si ale ako by ktorý sú u bolo alebo až pred však pri"
    ),
    "sl": "in je v na se da za so s z ne ki pa po od tudi bi iz pri o kot ali še do ni",
    "sq": "e të në dhe me për nga një që është i u së si do nuk ka ishte më ai",
    "sr": (
        "i u na je za se od da s su sa koji a o iz ne kao po bi ili što to će ali do nije и у на је "
        "за се од да с су са који а о из не као по би или што то ће али до није"
    ),
    "sv": (
        "och i att det som en på är av för med den till har inte om de ett var men från vid så kan "
        "när han hon sig efter ut eller också skulle mot"
    ),
    "sw": "na ya wa kwa ni katika la za kuwa hii cha ili lakini au kama",
    "tr": "ve bir bu da de için ile olarak daha çok olan en gibi kadar ne sonra ya o ama ki değil var",
    "uk": "і в на з не що у до за як це та він від по для але його так й або про ми вони а був при",
    "vi": "và của là có được cho các trong một với không người này đã những để khi đến về từ tại",
}
# Other words that are written like one of another language's above, and so no sign of it.
_LOOKALIKES: dict[str, str] = {
    "af": "hand arm had so as hun sy we me per war",
    "bs": "pre uz pri me on ta pa si ni van sin dan par im te kad ja to per",
    "ca": "on si me son per he has era sin sense entre te om us mes bon hem have do die man",
    "cs": "co jak ze už ho ke den ne on pas já my by ten tam tak ta te me mi ti si od per in",
    "cy": "me he on in i a am as do by had man die at so",
    "da": (
        "sin op have over hun to dem man kun du nu se skulle os ser del par din ad jo mit ni ca per "
        "in as under an her vi hen is"
    ),
    "de": "was da worden du nie also so in an am man war hat per die hier her will gab mal is",
    "en": (
        "man see go come do me under war son hat bat men s met care per die had hand am ton van den "
        "dan din sin par"
    ),
    "es": (
        "han dos era nos ni les e van sur pie te ve mis dar u da dan va di sé he has me once a come "
        "per son sin on red den"
    ),
    "et": "he me on in as at et ma mu sa ta te see oma ära üle all per",
    "eu": "da on du dira den dute ni nor per",
    "fi": "he me ne en oma on in et per as te se ei",
    "fr": (
        "mit si y entre but non eu ni me nos ma e mis là an è sein va er mot su on l as a do dire ou or "
        "car en par die"
    ),
    "ga": "na an is as i le do a go at ar am on me per",
    "gl": "me he has son per on entre era non nin se ser sin sobre",
    "hr": "pre uz pri me on ta pa si ni van sin dan par im te kad ja to per",
    "hu": "be ha fel sem más es le ne os as mit hat ad te mai ma este i par is a van per on in",
    "id": "per bank dan an in on me",
    "is": "an as her on me per man hann in vid et",
    "it": "ai quando ho mai po ne so me qui a come per more e in on le i do si sei",
    "lb": "man an den am hat war der so per was op do",
    "lt": "me te per an on to ten in is",
    "lv": "me te no on to in par per an as",
    "ms": "per an in on me",
    "nb": (
        "sa ha sin da ut mot to over du dem ta meg se ett kun skulle del par la man ser si ni per all "
        "jo ed her vi is in under at an"
    ),
    "nl": (
        "a hun we al nu je had kan me veel man net werden af wie per u pas kun men noch tas of die "
        "over in was war as her hen hem ons is"
    ),
    "nn": (
        "sa ut ha mot sin over to du no ta også meg skulle me si la del ser par mat att ni din et son "
        "jo in under is vi at man per an"
    ),
    "pl": "ma by on jako go we im te je ta para my to ten tam per no",
    "pt": (
        "é sobre entre sem era me desde vai este dar nem for ar dela ir si vir a as no do has he per "
        "em on son"
    ),
    "ro": "am are in o me te se la un de care era per an le do on",
    "ru": "то й про е та ли да ни бы",
    "sk": "co ho ke den ne on pas my by ten tam tak ta te me mi ti si od per in",
    "sl": "me on to te ta bo per an in do den",
    "sq": "per me a e i on do an",
    "sr": (
        "pre uz ni pa pred im te kad ako ja ka pri me on ta pada si van dela sin dan par to како ми "
        "па при он она они ја та тој"
    ),
    "sv": (
        "sin sa ha in under nu dem ta man se du alla blev del e son ser din ni itu mat per all par "
        "nog her hit is at over vi to"
    ),
    "sw": "in on me per man",
    "tr": "son on den kan az ele para i net te ses an can pas in per ve o da de al",
    "uk": "ще ці о би го то та",
    "vi": "sau ta con do so ai lo an em da di vai cha tai la y can va sa du to ma ca u mai on me in",
}
_SAME_LANGUAGE = {"no": "nb"}
# "And" between names: nothing in a name looks like it, where it is not the language of the text.
_CONJUNCTIONS: dict[str, str] = {
    "af": "en", "da": "og", "de": "und", "en": "and", "et": "ja", "fi": "ja", "fr": "et", "hu": "és",
    "is": "og", "lt": "ir", "lv": "un", "nb": "og", "nl": "en", "nn": "og", "ro": "și", "sl": "in",
    "sq": "dhe", "sv": "och", "tr": "ve", "el": "και", "id": "dan", "ms": "dan", "vi": "và", "cy": "ac",
    "ga": "agus", "eu": "eta",
}  # fmt: skip


def languages_with_words() -> Collection[str]:
    return _WORDS.keys()


@lru_cache(maxsize=64)
def function_words(language: str) -> frozenset[str]:
    return frozenset(_WORDS.get(_primary(language), "").split())


@lru_cache(maxsize=1024)
def foreign_function_words(source_language: str, target_language: str) -> frozenset[str]:
    """Those of the source's that the target has not."""
    return function_words(source_language) - own_words(target_language)


@lru_cache(maxsize=64)
def own_words(language: str) -> frozenset[str]:
    """The function words and what else is written like another language's."""
    return function_words(language) | frozenset(_LOOKALIKES.get(_primary(language), "").split())


def is_conjunction(word: str, language: str) -> bool:
    return _CONJUNCTIONS.get(_primary(language)) == word


def _primary(language: str) -> str:
    primary = language.partition("-")[0]
    return _SAME_LANGUAGE.get(primary, primary)
