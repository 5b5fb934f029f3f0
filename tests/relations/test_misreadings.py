"""What is easily read wrongly: near misses that several wordings share, and who of several is meant."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Assertion, Document

pytestmark = pytest.mark.model


def _read(extractor: Extractor, text: str) -> list[Assertion]:
    (reading,) = extractor.read([Document(id="misread", text=text)])
    return [a for a in reading.assertions if a.predicate != "represents"]


def _statements(extractor: Extractor, text: str) -> set[str]:
    return {f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in _read(extractor, text)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The men were from a group called Lions of the Delta, officials in Nigeria said.",
            id="group-of-no-land",
        ),
        pytest.param("Officials denied the sale of nuclear parts to Iran and Libya.", id="part-of-no-land"),
        pytest.param("The French and Indian War ended in 1763.", id="war-of-its-own-name"),
        pytest.param(
            "Envoys of Russia, Iran, Kazakhstan, Azerbaijan and Turkmenistan held talks in Baku.",
            id="gathering-of-many",
        ),
        pytest.param(
            "The United States and Britain backed the peace talks on Kashmir.", id="backers-of-talks"
        ),
        pytest.param(
            "Throughout the peace talks, American public opinion largely sided with Japan.",
            id="public-opinion",
        ),
        pytest.param("Turkey came under fire from Germany for jailing reporters.", id="fire-of-words"),
        pytest.param("China and Japan battled to a 1-1 draw.", id="draw"),
        pytest.param(
            "Emmanuel Macron of France criticised Viktor Orban of Hungary at a summit of leaders.",
            id="criticised-at-a-summit",
        ),
        pytest.param(
            "China protested when Japan's premier visited a shrine in Tokyo.", id="protest-of-visit"
        ),
        pytest.param("China clashed with Japan during a summit on trade.", id="clash-of-words"),
        pytest.param("Germany fired back at US criticism of its surplus.", id="fired-back"),
        pytest.param("Iran arrested sailors for entering Iranian waters.", id="own-waters"),
        pytest.param("Slovenia took over the presidency of the European Union in 2008.", id="presidency"),
        pytest.param("Pakistan opposes the use of force against Iran.", id="force-of-others"),
        pytest.param("The German states attacked the castle.", id="states-are-parts"),
        pytest.param("Turkey and Armenia completed the opening of their border.", id="border-opened"),
        pytest.param("Japan and Britain took advantage of the war in Europe.", id="advantage-of-a-war"),
        pytest.param("A Turkish warplane crashed near Izmir, killing a Greek pilot.", id="crash"),
        pytest.param("Moscow warned against recognising Kosovo.", id="warning-to-nobody"),
        pytest.param("The United States refuses to sell parts to Venezuela.", id="parts-of-a-machine"),
        pytest.param(
            "The attack led to a rise of tension between India and Pakistan.", id="what-an-attack-led-to"
        ),
        pytest.param(
            "Seven Canadian citizens were killed by Israeli air strikes in Lebanon.", id="citizens-abroad"
        ),
        pytest.param(
            "After independence from Italy, the UN named an envoy.",
            id="independence-of-a-body",
        ),
        pytest.param("A French journalist was killed in an Israeli air strike.", id="bystander"),
        pytest.param(
            "A Canadian and an Afghan soldier were killed in fighting with the militants.",
            id="killed-side-by-side",
        ),
        pytest.param("The military took control of the banking sector of Burma.", id="control-of-a-trade"),
        pytest.param("A British relief convoy arrived at the Rafah crossing.", id="convoy-of-no-army"),
        pytest.param("American soldiers left a message at Bagram.", id="message-left"),
        pytest.param("The transfer of German tanks to Ukraine was delayed.", id="arms-handed-over"),
        pytest.param("Britain dispatched envoys to bolster Ukraine.", id="envoys-sent"),
        pytest.param("A French frigate transited the Panama Canal.", id="passage-of-a-canal"),
        pytest.param("A Greek vessel transited the Strait of Hormuz.", id="passage-of-merchants"),
        pytest.param(
            "The U.S. freed prisoners as part of a ceasefire deal.", id="part-of-the-deal-of-others"
        ),
        pytest.param(
            "India said Chinese troops opened a road across the line of control.", id="road-across-a-line"
        ),
        pytest.param("Barack Obama received a team picked by Angela Merkel.", id="team-of-another"),
        pytest.param("The U.S. opposes Chinese ownership of TikTok.", id="ownership-of-a-firm"),
        pytest.param("South Korea lodged a protest against Japan's whaling.", id="protest-against-whaling"),
        pytest.param("The court ruled on the boundary. It gave Cameroon a warning.", id="warning-given"),
        pytest.param(
            "The court tried the attacks on the Iraqi Ministries of Finance and Health.", id="own-ministries"
        ),
        pytest.param(
            "Renault may acquire 10 percent of the company's stock from France.", id="share-of-no-land"
        ),
        pytest.param("East Bengal became East Pakistan in 1955.", id="another-name-of-the-same"),
        pytest.param("The end came with Japan's surrender to the United States.", id="surrender-of-a-state"),
        pytest.param(
            "The Associated Press reported that relatives of a dead activist were talking with Russian counterparts.",
            id="who-only-reports",
        ),
        pytest.param(
            "American and Filipino troops fought together on Leyte in 1944.", id="together-is-no-clash"
        ),
        pytest.param("Laos stayed independent as part of the French Union.", id="union-is-not-the-state"),
        pytest.param(
            "Britain and the United States could not agree on naval cruiser limits.", id="limits-of-arms"
        ),
        pytest.param(
            "Bolivian President Evo Morales spoke in response to Chilean President Michelle Bachelet.",
            id="answer-is-no-talk",
        ),
        pytest.param(
            "European nations cancelled their reparation claims against Germany.", id="claims-to-money"
        ),
        pytest.param("The Northern Sea Route (Norway and Russia) is a waterway.", id="states-in-brackets"),
        pytest.param(
            "The Democratic-controlled U.S. House of Representatives approved it.", id="chamber-of-a-party"
        ),
        pytest.param("Polls named Iraq as the top issue.", id="named-as"),
        pytest.param(
            "French colonial leaders did not recognize many Somali as residents.", id="recognised-as"
        ),
        pytest.param(
            "Iran resumed talks with Britain aimed at ending its enrichment program. The border is far.",
            id="talks-on-something-else",
        ),
        pytest.param("Guam was part of the trader's empire.", id="empire-of-a-trader"),
        pytest.param("Iran joined the struggle against American sanctions.", id="struggle-against-measures"),
        pytest.param(
            "Two sitting senators, Hillary Clinton and Barack Obama, may run.", id="sitting-members"
        ),
        pytest.param("Britain kept its fleet in line with the ratios.", id="in-line"),
        pytest.param("The Senate rejected a bill recognizing Kosovo.", id="rejected-bill"),
        pytest.param("Hamas routed Fatah in elections last year.", id="rout-at-the-polls"),
        pytest.param(
            "The defeat of Fatah by Hamas in parliamentary elections surprised many.",
            id="defeat-at-the-polls",
        ),
        pytest.param(
            "Canada and Poland urged members to overcome their disagreements.", id="over-nothing-told"
        ),
        pytest.param(
            "Russia opposes U.S. plans for missile interceptors in Poland.", id="plans-on-land-not-at-issue"
        ),
    ],
)
def test_near_miss_gives_nothing(extractor: Extractor, text: str) -> None:
    assert _statements(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A war of words broke out between Greece and Turkey.",
            "Greece | disputesWith | Turkey",
            id="war-of-words",
        ),
        pytest.param(
            "Greece and Turkey waged a war of nerves over Cyprus.",
            "Greece | disputesWith | Turkey",
            id="war-of-nerves",
        ),
        pytest.param(
            "After defeating the Spanish Army garrisons in Cuba, the U.S. Navy left.",
            "Spain | clashesWith | United States",
            id="army-and-not-where-it-stood",
        ),
        pytest.param(
            "Washington had ties with Grenada until the joint American and Jamaican invasion of the island nation.",
            "Grenada | clashesWith | United States",
            id="the-nation-is-not-who-invades-it",
        ),
        pytest.param(
            "Cuba helped Angola in its fight against South Africa.",
            "Angola | clashesWith | South Africa",
            id="whoever-is-helped-fights",
        ),
        pytest.param(
            "The UN ordered an inquiry into crimes by Russia in its war against Ukraine.",
            "Russia | clashesWith | Ukraine",
            id="whoever-is-named-right-before",
        ),
        pytest.param(
            "A Palestinian militant leader was killed in an Israeli air strike.",
            "Israel | clashesWith | Palestinian militants",
            id="militants-of-a-people",
        ),
        pytest.param(
            "Russia annexed four regions of Ukraine in 2022.",
            "Russia | annexed | four regions of Ukraine",
            id="some-land-of-a-state",
        ),
        pytest.param(
            "Egyptian officials are discussing a halt to Palestinian attacks on Israeli targets.",
            "Israel | clashesWith | Palestinians",
            id="whose-attacks-before-who-speaks-of-them",
        ),
        pytest.param(
            "Montenegro was merged into the Kingdom of Serbs, Croats, and Slovenes.",
            "Montenegro | partOf | Yugoslavia",
            id="kingdom-of-several-peoples",
        ),
        pytest.param(
            "Israel pledged to transfer control of five West Bank towns to Palestinian police.",
            "five West Bank towns | transferredFrom | Israel",
            id="towns-and-not-where-they-lie",
        ),
        pytest.param(
            "Several men were captured in the U.S.-led war against the Taliban.",
            "Taliban | clashesWith | United States",
            id="who-leads-the-war",
        ),
        pytest.param(
            "Britain holds that Austria's annexation by Germany was null and void.",
            "United Kingdom | rejectsClaimOf | Germany",
            id="who-annexed-before-what",
        ),
    ],
)
def test_the_one_that_is_meant_is_chosen(extractor: Extractor, text: str, expected: str) -> None:
    assert _statements(extractor, text) >= {expected}
    named = set(expected.split(" | "))
    assert all(named & set(found.split(" | ")) for found in _statements(extractor, text))


def test_position_of_another_is_his_word(extractor: Extractor) -> None:
    text = "Washington acknowledges Beijing's position that there is but one China and Taiwan is part of it."
    (part,) = [a for a in _read(extractor, text) if a.predicate == "partOf"]
    assert (part.subject.label, part.object.label) == ("Taiwan", "China")
    said_by = part.attribution.label if part.attribution is not None else None
    assert said_by == "China"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The islets are known as Takeshima in Japan and Dokdo in South Korea.",
            {"Takeshima in the words of Japan", "Dokdo in the words of South Korea"},
        ),
        (
            "The Falkland Islands, called the Malvinas in Argentina and the Falklands in Britain, are home to 3,000.",
            {"Malvinas in the words of Argentina", "Falklands in the words of United Kingdom"},
        ),
        ("The temple is known as Preah Vihear in Cambodia.", set()),
    ],
)
def test_each_name_is_of_those_who_use_it(extractor: Extractor, text: str, expected: set[str]) -> None:
    called = (a for a in _read(extractor, text) if a.predicate == "knownAs" and a.attribution)
    assert {
        f"{a.object.label} in the words of {a.attribution.label}" for a in called if a.attribution
    } == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "South Sudan says Sudanese warplanes bombed the town of Bentiu.",
            {"South Sudan | clashesWith | Sudan"},
        ),
        ("Artillery of Azerbaijan shelled the village of Talish.", set()),
        ("Mexico lost half its territory to the United States in 1848.", set()),
        (
            "Sudanese forces drove Ethiopian militias out of the triangle.",
            {"Ethiopian militias | clashesWith | Sudan"},
        ),
        (
            "Corps commanders of India and China met on the Chinese side of the Line of Actual Control.",
            {"China | metWith | India"},
        ),
    ],
)
def test_what_is_struck_or_lost_is_no_agent(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert _statements(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Spain swallowed up Gibraltar in the first match of the tournament.", id="swallowed-in-play"
        ),
        pytest.param("Spain grabbed Gibraltar by the throat in the first minute.", id="grabbed-in-play"),
        pytest.param(
            "India hit back at Pakistan with a strike before the cup was lost.", id="strike-in-play"
        ),
        pytest.param("India's sailors beat Pakistan's sailors in the regatta.", id="beaten-in-a-race"),
        pytest.param("Indonesia established an economic zone on Batam in 2009.", id="zone-of-trade"),
        pytest.param("Kenya set up a fishing zone for anglers on Lake Victoria.", id="zone-for-somebody"),
        pytest.param("Israel lost Gaza as a market for its cement.", id="lost-as-a-market"),
        pytest.param("Russia turned Crimea into a stronghold of organised crime.", id="stronghold-of-crime"),
        pytest.param("Britain relocated retired soldiers to Wales.", id="soldiers-no-more"),
        pytest.param("The United States shifted the pay date of soldiers in Germany.", id="pay-of-soldiers"),
        pytest.param("Poland's shipment of arms to Ukraine was delayed.", id="arms-for-another"),
        pytest.param("Turkey arrested Greek soldiers for espionage.", id="detained-for-a-crime"),
        pytest.param("Malaysia turned away Bangladeshi boats with refugees.", id="boats-of-refugees"),
        pytest.param("France threatened Britain with a fishing war.", id="war-over-fish"),
        pytest.param(
            "Greece and Turkey, after clashes in parliament, signed a deal.", id="clash-in-parliament"
        ),
        pytest.param("Catalonia's separation of powers from Spain is unclear.", id="separation-of-powers"),
        pytest.param("Wales broke free from England's lockdown rules.", id="free-from-rules"),
        pytest.param("Argentina called Britain's claim about inflation false.", id="claim-about-something"),
        pytest.param("India lists Kashmir among its holiday regions.", id="listed-for-tourists"),
        pytest.param("Turkey's textbook features Cyprus.", id="featured-in-a-book"),
        pytest.param("Egypt and Sudan talked about water.", id="water-to-drink"),
    ],
)
def test_words_of_sport_trade_and_crime_say_nothing_of_land(extractor: Extractor, text: str) -> None:
    assert _statements(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Manila told Beijing that its ships must leave Mischief Reef.", "China"),
        ("Georgia told NATO that Russian troops must leave Abkhazia.", "Russia"),
        ("Lebanon told Germany that Israel must leave the Shebaa Farms.", "Israel"),
    ],
    ids=["own-ships", "troops-of-another", "another"],
)
def test_who_must_leave_is_not_who_is_told(extractor: Extractor, text: str, told: str) -> None:
    found = [a for a in _read(extractor, text) if a.predicate == "rejectsClaimOf"]
    assert [a.object.label for a in found] == [told]


@pytest.mark.parametrize(
    ("text", "predicate", "actors"),
    [
        (
            "The withdrawal of Russian troops from Transnistria, demanded by Moldova, has not begun.",
            "withdrawsFrom",
            ["Russia"],
        ),
        ("The invasion of Kuwait deplored by France began in August.", "clashesWith", []),
        ("The withdrawal from Kherson ordered by Russia began.", "withdrawsFrom", ["Russia"]),
    ],
    ids=["demanded", "deplored", "ordered"],
)
def test_who_demands_or_deplores_a_deed_does_not_do_it(
    extractor: Extractor, text: str, predicate: str, actors: list[str]
) -> None:
    found = [a for a in _read(extractor, text) if a.predicate == predicate]
    assert [a.subject.label for a in found] == actors


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Ceuta and Melilla lie in Africa. Rabat considers the two cities occupied. It claims them.",
            {"Morocco | claims | Ceuta", "Morocco | claims | Melilla"},
        ),
        (
            "Finland ceded Petsamo to the Soviet Union under pressure from Berlin.",
            {"Petsamo | transferredTo | Soviet Union", "Petsamo | transferredFrom | Finland"},
        ),
        (
            "Germany recognised the Yugoslav republics of Croatia and Slovenia.",
            {"Germany | recognizes | Croatia", "Germany | recognizes | Slovenia"},
        ),
        (
            "The summit was overshadowed by a dispute between India and China.",
            {"China | disputesWith | India"},
        ),
        (
            "Nauru was under Australian-British-New Zealand trusteeship.",
            {f"{one} | administers | Nauru" for one in ("Australia", "United Kingdom", "New Zealand")},
        ),
        (
            "Russian-Georgian and Russian-Ukrainian talks resumed in Geneva.",
            {
                f"{one} | negotiatesWith | {two}"
                for one, two in (("Georgia", "Russia"), ("Russia", "Ukraine"))
            },
        ),
        (
            "Angela Merkel of Germany left Cairo a day after meeting Barack Obama.",
            {"Angela Merkel | metWith | Barack Obama"},
        ),
        (
            "Israel delayed handing over Jericho to the Palestinians.",
            {"Jericho | transferredTo | Palestinians", "Jericho | transferredFrom | Israel"},
        ),
        (
            "Prime Minister Stephen Harper of Canada met the Dalai Lama.",
            {"Dalai Lama | metWith | Stephen Harper"},
        ),
        (
            "Kofi Annan met Prime Minister Ehud Olmert of Israel, Defence Minister Amir Peretz and other officials.",
            {"Ehud Olmert | metWith | Kofi Annan", "Amir Peretz | metWith | Kofi Annan"},
        ),
        ("Sudan controls the Western Province.", {"Sudan | administers | Western Province"}),
        ("Japan became a power that annexed Korea.", {"Japan | annexed | Korea"}),
        ("The commander of the Guyanese army spoke in Caracas.", set()),
        ("The commander of Russian troops in Abkhazia spoke.", {"Russia | deploysForcesTo | Abkhazia"}),
    ],
    ids=[
        "one-of-them",
        "who-presses",
        "members-of-a-state",
        "dispute-over-a-summit",
        "three-with-hyphens",
        "two-pairs-with-hyphens",
        "a-day-after",
        "handing-over",
        "known-by-a-title",
        "and-other-officials",
        "named-by-a-direction",
        "became-one-that",
        "commander-abroad",
        "commander-of-troops-abroad",
    ],
)
def test_who_does_it_and_to_whom(extractor: Extractor, text: str, meant: set[str]) -> None:
    assert _statements(extractor, text) == meant
