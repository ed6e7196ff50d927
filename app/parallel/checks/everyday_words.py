"""Common words of a language that no other takes over, as Dutch did team and live.

None is left over where CLDR's annotations or the lookalikes of the target's language have it, too.
"""

from functools import lru_cache

from app.parallel.checks.function_words import own_words
from app.parallel.checks.ordinary_words import is_ordinary, may_be_own

_WORDS: dict[str, str] = {
    "de": (
        "sagte sagten gesagt sagt machte gemacht ging kommen gekommen wollte wollten konnte konnten "
        "musste mussten wurde wurden geworden gewesen bleibt bleiben geblieben gibt gegeben nahm "
        "genommen fand gefunden gestanden brachte gebracht dachte wusste zeigte hielt ließ lassen "
        "schrieb geschrieben verletzt getötet zerstört eröffnet gestern heute jetzt schon wieder "
        "immer niemals zwischen während obwohl deshalb zusammen schnell langsam früher später "
        "nächsten letzten vergangenen neuen alten großen kleinen guten besten ersten zweiten beiden "
        "vielen wenigen anderen eigenen jungen drei vier fünf sechs sieben acht neun zehn zwölf "
        "zwanzig dreißig hundert"
    ),
    "en": (
        "said says told asked added went came gone took taken gave given made thought knew left kept "
        "brought bought caught taught fought wrote written spoke spoken broke broken chosen drove "
        "grew grown threw thrown died killed wounded injured hurt destroyed damaged opened closed "
        "called wanted needed used tried helped moved lived worked played turned started stopped "
        "happened believed seemed looked became become begun began paid sold spent understood won "
        "jumped burned walked reached arrived agreed announced people children woman women girl boy "
        "mother father brother sister daughter husband wife friend friends neighbour neighbours "
        "workers farmer farmers teacher teachers soldiers citizens voters house houses schools "
        "church bridge road roads street streets cities towns country countries "
        "world government police peace enemy weapon weapons fire water earth rain snow wind tree "
        "trees bird birds horse fish bread money price prices tax taxes debt wages growth health "
        "disease death life truth years month months week weeks days night morning evening yesterday "
        "tomorrow today window door roof kitchen garden books word words letters newspaper question "
        "answer help thing things something nothing everything someone everyone nobody great good "
        "better large big little high old young new strong weak heavy wide empty cheap "
        "poor happy angry afraid sick alive wrong ready different several many few enough often "
        "always never again already soon later slowly quickly together without within against between "
        "among during toward towards through because although while whether two three five six seven "
        "eight eleven twelve twenty thirty thousand they them their these those which where when what "
        "would could should might there than"
    ),
    "es": (
        "dijo dijeron dicho hizo hicieron hecho fueron tenía tuvo había pudo quiso puede pueden "
        "quiere llegó llegaron salió murió murieron abrió cerró perdió ganó heridos herido muertos "
        "destruido ayer mañana ahora siempre después antes mientras aunque entonces todavía también "
        "desde hasta entre durante según ningún alguien nadie algo cada mucho muchos muchas "
        "pocos niños niñas mujeres hombres hijo hija hermano hermana madre padre ciudad "
        "calle calles escuela iglesia puente ventana puerta fuego agua lluvia nieve viento guerra ley "
        "gobierno trabajadores ciudadanos años meses semana semanas días noche grande pequeño nuevo "
        "nueva viejo mejor peor primero segundo tres cuatro cinco seis siete ocho nueve diez "
        "doce veinte treinta"
    ),
    "fr": (
        "disait déclaré fait faire était étaient avait avaient avoir être peut peuvent pouvait veut "
        "voulait doit devait arrivé arrivés sorti morts ouvert fermé perdu gagné blessés blessé "
        "détruit tués hier demain maintenant toujours déjà après avant pendant lorsque alors "
        "aussi depuis jusque entre selon aucun quelqu'un rien chaque beaucoup plusieurs peu gens "
        "enfants femmes hommes fils fille frère soeur mère père village rues école église fenêtre "
        "neige guerre gouvernement travailleurs citoyens années mois semaine semaines jours nuit soir "
        "nouvelle vieux meilleur pire première deuxième quatre cinq vingt"
    ),
    "nl": (
        "zei zeiden gezegd zegt zeggen ging gingen gegaan kwam kwamen gekomen maakte gemaakt deed "
        "gedaan wilde wilden konden moest moesten werd werden geworden geweest bleef bleven gebleven "
        "geeft gegeven genomen vond gevonden stond gestaan bracht gebracht dacht wist hield liet "
        "schreef geschreven gewond gedood verwoest geopend gesloten gisteren vandaag alweer altijd "
        "nooit tussen tijdens hoewel daarom samen snel langzaam eerder later volgende laatste "
        "afgelopen mensen kinderen vrouw vrouwen mannen meisje jongen moeder vader broer zus dochter "
        "zoon dorp straat straten wegen huis huizen ziekenhuis kerk raam vuur bomen regen oorlog "
        "vrede leger regering burgemeester burgers werknemers boeren boer jaar jaren maand maanden "
        "dagen weken nacht ochtend avond grote groot kleine klein nieuwe nieuw oude mooie mooi goede "
        "beter beste eerste tweede veel weinig andere eigen jonge twee drie vier vijf zeven acht "
        "negen twaalf twintig dertig honderd duizend"
    ),
}
# So near to each other that they share what is commonest. English is near to none.
_FAMILIES = (
    frozenset({"af", "da", "de", "fo", "fy", "is", "lb", "nb", "nds", "nl", "nn", "no", "sv"}),
    frozenset({"ca", "es", "fr", "gl", "it", "lad", "oc", "pt", "ro"}),
)
_SHORTEST_STEM = 3
_PAST = "ed"
_ENGLISH = "en"


@lru_cache(maxsize=64)
def everyday_words(language: str) -> frozenset[str]:
    return frozenset(_WORDS.get(language.partition("-")[0], "").split())


def is_left_over(word: str, source_language: str, target_language: str) -> bool:
    """Whether the source's language has it, and the target's surely not."""
    both = {source_language.partition("-")[0], target_language.partition("-")[0]}
    if len(both) == 1 or any(both <= family for family in _FAMILIES):
        return False
    if word in own_words(target_language) or may_be_own(word, target_language):
        return False
    return word in everyday_words(source_language) or _is_english_past(word, source_language)


def _is_english_past(word: str, language: str) -> bool:
    """Of a verb that CLDR knows: no language takes that over but for an adjective."""
    stem = word.removesuffix(_PAST)
    return (
        language.partition("-")[0] == _ENGLISH
        and stem != word
        and len(stem) >= _SHORTEST_STEM
        and any(is_ordinary(verb, language) for verb in (word, stem, f"{stem}e"))
    )
