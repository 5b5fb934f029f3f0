"""What passes as English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading import looks_english


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Japan claims Kunashir.", id="no-function-word"),
        pytest.param("Border demarcation completed 2002.", id="telegraphic"),
        pytest.param("Claimed by Haiti, a source of guano long ago.", id="no-verb"),
        pytest.param("Ｊａｐａｎ　ｃｌａｉｍｓ　ｔｈｅ　ｉｓｌａｎｄ．", id="double-width"),
        pytest.param("Talks", id="one-word"),
        pytest.param("Demarcation with the neighbour ended in 2002.", id="headline-with-function-words"),
        pytest.param("Japan, Russia, China, Taiwan, Vietnam, Malaysia, Brunei, Indonesia", id="names"),
        pytest.param("Argentina holds Isla de los Estados.", id="short-with-a-Spanish-name"),
        pytest.param("La Paz protests. Chile rejects protest.", id="Spanish-name-first"),
        pytest.param("Chile protests on Isla de los Estados", id="headline-with-a-Spanish-name"),
        pytest.param(
            "Japan lodges strong protest on survey vessels found close by disputed rocks", id="headline"
        ),
        pytest.param(
            "Troops patrol a disputed river bank daily, villagers fear new clashes soon", id="one-shared"
        ),
        pytest.param(
            "Rio de Janeiro, La Paz, San Salvador, Las Vegas, Los Angeles, Isla de los "
            "Estados, Tierra del Fuego, "
            "El Salvador and Santa Cruz de la Sierra are far from the islands that Argentina claims.",
            id="Spanish-names",
        ),
        pytest.param(
            "THE UN SAYS THAT BOTH COUNTRIES CLAIM THE ISLAND AND THAT TALKS GO ON " * 3, id="capitals"
        ),
        pytest.param(
            "Japan calls the islands 北方領土 (Hoppō Ryōdo), and Russia calls them Южные Курилы.",
            id="other-names",
        ),
        pytest.param(
            "Die Inseln sind seit dem Krieg von Russland besetzt, und Japan wird nicht auf sie verzichten. "
            "The islands have been held by Russia since the war, and Japan will not renounce "
            "its claim to them.",
            id="two-languages",
        ),
        pytest.param(
            "Россия и Япония спорят об островах. "
            "Russia and Japan have disputed the islands since the end of the war, and the talks go on.",
            id="two-scripts",
        ),
    ],
)
def test_english_passes(text):
    assert looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12 345 - 67 % !!", id="numbers"),
        pytest.param("Россия и Япония спорят об островах.", id="Russian"),
        pytest.param("日本政府は北方領土の返還を求めている。", id="Japanese"),
        pytest.param("تطالب اليابان بالجزر الأربع.", id="Arabic"),
        pytest.param("Η Ελλάδα και η Τουρκία διαφωνούν.", id="Greek"),
        pytest.param(
            "Los ministros de los dos países se reunieron en Moscú para hablar de las islas "
            "que Japón reclama "
            "desde el fin de la guerra, pero no llegaron a un acuerdo.",
            id="Spanish",
        ),
        pytest.param(
            "Les ministres des deux pays se sont réunis à Moscou pour parler des îles que le "
            "Japon revendique "
            "depuis la fin de la guerre, mais ils ne sont pas parvenus à un accord.",
            id="French",
        ),
        pytest.param(
            "Die Minister der beiden Länder trafen sich in Moskau, um über die Inseln zu "
            "sprechen, die Japan seit "
            "dem Ende des Krieges fordert, aber sie konnten sich nicht auf ein Abkommen einigen.",
            id="German",
        ),
        pytest.param(
            "De ministers van de twee landen kwamen in Moskou bijeen om te praten over de "
            "eilanden die Japan sinds "
            "het einde van de oorlog opeist, maar zij werden het niet eens.",
            id="Dutch",
        ),
        pytest.param(
            "I ministri dei due paesi si sono incontrati a Mosca per parlare delle isole che "
            "il Giappone rivendica "
            "dalla fine della guerra, ma non hanno raggiunto un accordo.",
            id="Italian",
        ),
        pytest.param(
            "Ministrowie obu państw spotkali się w Moskwie, aby rozmawiać o wyspach, których "
            "Japonia domaga się od "
            "końca wojny, ale nie doszli do porozumienia.",
            id="Polish",
        ),
        pytest.param(
            "Para menteri dari kedua negara bertemu di Moskow untuk membahas pulau yang "
            "telah diklaim oleh Jepang "
            "sejak akhir perang, tetapi tidak mencapai kesepakatan dalam pertemuan itu.",
            id="Indonesian",
        ),
        pytest.param(
            "Japan beansprucht Kunaschir. Russland verwaltet die Insel seit 1945, sagte Lawrow in Moskau.",
            id="short-German",
        ),
        pytest.param(
            "Russland verwaltet die Insel Kunaschir und lehnt jeden Anspruch ab.", id="one-sentence-German"
        ),
        pytest.param(
            "Jepang mengklaim Kunashir. Rusia menguasai pulau itu sejak 1945.", id="short-Indonesian"
        ),
        pytest.param(
            "Indonesia mengklaim wilayah laut itu, dan Malaysia menolak klaim Indonesia atas pulau Sipadan.",
            id="longer-Indonesian",
        ),
        pytest.param(
            "Le Japon revendique Kunashir. La Russie administre cette île depuis la guerre.",
            id="short-French",
        ),
        pytest.param("Le Japon revendique Kunashir. La Russie administre l'île.", id="shorter-French"),
        pytest.param("Japón reclama la isla de Kunashir desde el fin de la guerra.", id="short-Spanish"),
        pytest.param(
            "Il Giappone rivendica Kunashir, che la Russia amministra dal 1945.", id="short-Italian"
        ),
        pytest.param("Japan eist het eiland op, maar Rusland wil het niet teruggeven.", id="short-Dutch"),
        pytest.param(
            "Yhdistyneet kansakunnat keskusteli eilen saarista, joita molemmat naapurit tahtovat itselleen kokonaan.",
            id="Finnish-without-a-known-word",
        ),
        pytest.param("lorem ipsum dolor sit amet consectetur adipiscing elit " * 6, id="no-language"),
    ],
)
def test_other_languages_do_not(text):
    assert not looks_english(text)


@given(st.text())
def test_no_text_is_an_error(text):
    assert looks_english(text) in (True, False)
