"""Polarity, modality and attribution: what denies, what makes possible, whose word it is."""

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import from_spacy

from kgraph.model import Modality, Polarity
from kgraph.parse import load_model
from kgraph.propositions.qualifiers import Qualifiers, qualify
from kgraph.tokens import Doc, Token

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def model() -> "Language":
    return load_model(None)


def read(text: str, trigger: str) -> Qualifiers:
    """Qualify the first token with this form in the real model's parse."""
    return qualify(next(token for token in from_spacy(model()(text)) if token.text == trigger))


def parsed(*rows: tuple[str, str, str, str, int]) -> list[Token]:
    """Make a parse by hand from rows of word, lemma, part of speech, label and head."""
    tokens = [Token(word, " ", lemma, "", pos, dep) for word, lemma, pos, dep, _ in rows]
    return list(Doc(tokens, [head for *_, head in rows]))


def test_plain_statement_is_positive_actual_and_nobodys_word() -> None:
    tokens = parsed(("Chile", "Chile", "PROPN", "nsubj", 1), ("claims", "claim", "VERB", "ROOT", 1))
    assert qualify(tokens[1]) == Qualifiers()


def test_not_on_the_verb_denies_it() -> None:
    tokens = parsed(
        ("Chile", "Chile", "PROPN", "nsubj", 3),
        ("does", "do", "AUX", "aux", 3),
        ("not", "not", "PART", "neg", 3),
        ("claim", "claim", "VERB", "ROOT", 3),
    )
    result = qualify(tokens[3])
    assert result.polarity is Polarity.NEGATIVE
    assert result.cues == (tokens[2],)


def test_denial_of_a_refusal_affirms() -> None:
    tokens = parsed(
        ("Chile", "Chile", "PROPN", "nsubj", 3),
        ("did", "do", "AUX", "aux", 3),
        ("not", "not", "PART", "neg", 3),
        ("refuse", "refuse", "VERB", "ROOT", 3),
        ("to", "to", "PART", "aux", 5),
        ("sign", "sign", "VERB", "xcomp", 3),
    )
    assert qualify(tokens[5]).polarity is Polarity.POSITIVE


def test_speaker_is_the_subject_of_the_reporting_verb() -> None:
    tokens = parsed(
        ("Lima", "Lima", "PROPN", "nsubj", 1),
        ("says", "say", "VERB", "ROOT", 1),
        ("Chile", "Chile", "PROPN", "nsubj", 3),
        ("claims", "claim", "VERB", "ccomp", 1),
    )
    result = qualify(tokens[3])
    assert result.speaker == tokens[0]
    assert qualify(tokens[1]).speaker is None


@given(st.lists(st.integers(min_value=0, max_value=7), min_size=8, max_size=8), st.data())
def test_any_tree_can_be_qualified(heads: list[int], data: st.DataObject) -> None:
    """A parse may be wrong in any way: climbing it ends."""
    labels = [
        "ROOT",
        "dobj",
        "xcomp",
        "ccomp",
        "conj",
        "pobj",
        "prep",
        "nsubj",
        "acl",
        "advcl",
        "neg",
        "pcomp",
        "relcl",
    ]
    deps = data.draw(st.lists(st.sampled_from(labels), min_size=8, max_size=8))
    pos = data.draw(st.lists(st.sampled_from(["VERB", "NOUN", "ADP", "ADJ"]), min_size=8, max_size=8))
    words = ["not", "claim", "refuse", "plan", "of", "case", "say", "dispute"]
    left = [min(head, i) for i, head in enumerate(heads)]  # a head on the left cannot make a circle
    deps = ["ROOT" if head == i else dep for i, (head, dep) in enumerate(zip(left, deps, strict=True))]
    for token in parsed(*zip(words, words, pos, deps, left, strict=True)):
        assert qualify(token).polarity in Polarity


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Egypt does not claim Bir Tawil.", "claim"),
        ("Libya no longer claims the Aouzou Strip.", "claims"),
        ("Portugal no longer administers Macau.", "administers"),
        ("Timor-Leste is no longer a part of Indonesia.", "part"),
        ("Neither Egypt nor Sudan claims Bir Tawil.", "claims"),
        ("Neither Egypt nor Sudan lays claim to Bir Tawil.", "claim"),
        ("The Taliban are denying reports their leaders have met with a UN official.", "met"),
        ("The treaty deterred China from attacking India.", "attacking"),
        ("No country claims Marie Byrd Land.", "claims"),
        ("Nobody has ever claimed Marie Byrd Land.", "claimed"),
        ("Congress disavowed any intention of annexing Cuba.", "annexing"),
        ("None of the neighbours recognises Transnistria.", "recognises"),
        ("Transnistria is recognised neither by Moldova nor by Russia.", "recognised"),
        ("Moldova recognises neither Transnistria nor Gagauzia.", "recognises"),
        ("The Netherlands never signed the treaty.", "signed"),
        ("Spain has no territorial claims on Portugal.", "claims"),
        ("Chile has not a single claim on Peruvian land.", "claim"),
        ("There were no talks between Quito and Lima.", "talks"),
        ("There is no territorial dispute between Norway and Sweden.", "dispute"),
        ("No territorial dispute exists between Norway and Sweden.", "dispute"),
        ("No talks between Quito and Lima took place.", "talks"),
        ("No talks were held between Quito and Lima.", "talks"),
        ("It is not true that Chile claims Easter Island from Peru.", "claims"),
        ("It is not the case that Morocco annexed Ceuta.", "annexed"),
        ("It is untrue that Morocco annexed Ceuta.", "annexed"),
        ("It is false that Morocco annexed Ceuta.", "annexed"),
        ("Without ever having renounced Ceuta, Morocco kept silent.", "renounced"),
        ("Morocco kept silent without renouncing Ceuta.", "renouncing"),
        ("Bolivia has yet to ratify the treaty.", "ratify"),
        ("Bolivia has still to ratify the treaty.", "ratify"),
        ("Guatemala failed to ratify the treaty.", "ratify"),
        ("Syria refused to recognise Israel.", "recognise"),
        ("Serbia refused to recognise Kosovo and took the case to the court.", "recognise"),
        ("Chad refused to recognise Kosovo and resumed its work at the council.", "recognise"),
        ("Syria declined to recognise Israel.", "recognise"),
        ("Syria's refusal to recognise Israel angered Washington.", "recognise"),
        ("The failure to demarcate the border led to a war.", "demarcate"),
        ("Syria rejected talks with Israel.", "talks"),
        ("Syria refused talks with Israel.", "talks"),
        ("Syria called off talks with Israel.", "talks"),
        ("Serbia boycotted the talks with Kosovo.", "talks"),
        ("India broke off its talks with Pakistan.", "talks"),
        ("Armenia suspended the talks with Azerbaijan and took the village.", "talks"),
        ("Peru and Chile broke off talks and resumed fighting.", "talks"),
        ("Greece ruled out negotiations with Turkey.", "negotiations"),
        ("Eritrea denied that it had occupied Badme.", "occupied"),
        ("Eritrea denied having occupied Badme.", "occupied"),
        ("Eritrea denied occupying Badme.", "occupying"),
        ("Spain stopped claiming the island.", "claiming"),
        ("Spain has not yet recognised Kosovo.", "recognised"),
        ("Spain did not deploy troops or build a base.", "build"),
        ("Spain has neither signed nor ratified the treaty.", "signed"),
        ("Spain has neither signed nor ratified the treaty.", "ratified"),
        ("Spain hardly recognises the border.", "recognises"),
        ("Spain lacks a claim to the island.", "claim"),
        ("China has never agreed to demarcate the border.", "demarcate"),
        ("China does not believe that India claims the valley.", "claims"),
        ("Peru, which does not claim the islands, occupied them.", "claim"),
        ("The dispute prevented the two countries from signing a treaty.", "signing"),
        ("The row kept the two countries from signing a treaty.", "signing"),
        ("The parties abstained from signing the treaty.", "signing"),
        ("Instead of recognising Kosovo, Spain protested.", "recognising"),
        ("Far from recognising Kosovo, Spain protested.", "recognising"),
        ("Spain is opposed to recognising Kosovo.", "recognising"),
        ("India has not renewed its claim to the valley.", "claim"),
        ("Spain never made a claim to the island.", "claim"),
        ("Spain never asserted its sovereignty over the island.", "sovereignty"),
        ("The two sides did not resume their talks.", "talks"),
        ("Britain can never recognise Palestine.", "recognise"),
        ("Britain will not recognise Palestine.", "recognise"),
        ("Britain would not recognise Palestine.", "recognise"),
        ("Algeria hardly ever claimed the oasis.", "claimed"),
        ("Iran will not recognise Israel until it leaves the Golan.", "recognise"),
        ("Zagreb has not ratified the pact until today.", "ratified"),
        ("The lack of an invasion surprises nobody.", "invasion"),
        ("No state recognised Biafra, not even Gabon.", "recognised"),
        ("There is no treaty signed by Peru and Chile.", "signed"),
        ("Greek officials dismissed claims they sought to annex Epirus.", "annex"),
        ("Talks with Libya are not possible.", "Talks"),
        ("The suspension of recognition of the republic was noted.", "recognition"),
        ("Sudan will never allow troops to be deployed in Darfur.", "deployed"),
        ("Italy tried in vain to annex Fiume.", "annex"),
        ("Russia attempted without success to occupy Kyiv.", "occupy"),
        ("Peru made an unsuccessful attempt to annex Leticia.", "annex"),
        ("Iraq's attempt to annex Kuwait failed.", "annex"),
        ("Spain's efforts to retake Gibraltar were fruitless.", "retake"),
        ("Georgia lacks the means to retake Abkhazia.", "retake"),
        ("Serbia decided against recognising Kosovo.", "recognising"),
        ("Russia denied the recent deployment of troops to Crimea.", "deployment"),
        ("Japan is not one of the states that recognise Abkhazia.", "recognise"),
        ("Japan is not among those that recognise Abkhazia.", "recognise"),
        ("Nor does Japan recognise Abkhazia.", "recognise"),
    ],
)
def test_denial_reaches_its_complement(text: str, trigger: str) -> None:
    """Negation, verbs and nouns of refusal, "without", untruth: each denies what it governs."""
    assert read(text, trigger).polarity is Polarity.NEGATIVE


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Not long ago Libya claimed the Aouzou Strip.", "claimed"),
        ("Algeria rejected the decision of the United States to recognise Moroccan rule.", "recognise"),
        ("Russia will not pay for basing its fleet in Crimea.", "basing"),
        ("They are opposed to Israel's withdrawal from Gaza.", "withdrawal"),
        ("Chile has not complied with the accord between the two states.", "accord"),
        ("Peru signed the treaty without delay.", "signed"),
        ("Peru and Chile were to draft without delay a treaty of friendship.", "treaty"),
        ("Ukraine, but not Belarus, claims the channel.", "claims"),
        ("It is true that Morocco claims Ceuta.", "claims"),
        ("Latvia and Lithuania have yet to settle a dispute over fishing.", "dispute"),
        ("Eritrea did not deny that it had occupied Badme.", "occupied"),
        ("Whether or not Russia will annex South Ossetia is unclear.", "annex"),
        ("Voters decide whether France should cede Mayotte or not.", "cede"),
        ("Turkey not only claims the islet but occupied it.", "claims"),
        ("Turkey not only claims the islet but occupied it.", "occupied"),
        ("Turkey claims not only Kardak but also other islets.", "claims"),
        ("Not only Turkey but also Greece claims Kardak.", "claims"),
        ("Chile did not fail to ratify the treaty.", "ratify"),
        ("Norway never ceased to claim the island.", "claim"),
        ("Spain never stopped claiming Gibraltar.", "claiming"),
        ("Spain did not sign the treaty but recognised the border.", "recognised"),
        ("China does not say that India claims the valley.", "claims"),
        ("The parliament did not ratify the treaty that Peru had signed.", "signed"),
        ("Peru never visited the islands that Chile claims.", "claims"),
        ("Peru, which does not claim the islands, occupied them.", "occupied"),
        ("Ethiopia did not cede Badme until November 2018.", "cede"),
        ("Albania was not recognised by Greece until 1922.", "recognised"),
        ("The United States would not recognise Haiti until 1862.", "recognise"),
        ("No state recognised Transnistria until Abkhazia did so.", "recognised"),
        ("No soldiers sent by Kenya to Somalia were killed.", "sent"),
        ("No country except Turkey recognises the republic.", "recognises"),
        ("No state other than Japan recognised Manchukuo.", "recognised"),
        ("The decision to annex the Philippines was not without controversy.", "annex"),
        ("Negotiations between Oman and Yemen were not easy.", "Negotiations"),
        ("They did not settle the row through talks with Chad.", "talks"),
        ("Canada does not have enough troops in Kandahar.", "have"),
        ("He would not be imprisoned in the naval base on Guantanamo.", "base"),
        ("Police prevented attempts to disrupt Israel's withdrawal from Gaza.", "withdrawal"),
        ("The vote in no way undermines Norway's support for Ukraine.", "support"),
        ("The change of government will not weaken French recognition of Kosovo.", "recognition"),
        ("In addition to occupying Sinai, Israel did not leave the Golan.", "occupying"),
        ("Peru was not the only state to recognise Bolivia.", "recognise"),
        ("Turkey is not the first to occupy the island.", "occupy"),
        ("Iran is not alone in claiming the strait.", "claiming"),
    ],
)
def test_denial_of_something_else_leaves_the_predicate_affirmed(text: str, trigger: str) -> None:
    """A "not only", a double negation and a denial in another clause deny nothing here."""
    assert read(text, trigger).polarity is Polarity.POSITIVE


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Japan does not recognise China's claims to the islets.", "claims"),
        ("Russia rejects Japan's claim to the islands.", "claim"),
        ("Algeria and Mali reject Moroccan administration of the region.", "administration"),
        ("The annexation of the Baltic states was never recognised by Washington.", "annexation"),
        ("Russia's annexation of Crimea was not recognised by Kiev.", "annexation"),
        ("The Maldives stopped objecting to the claim of Mauritius to the atolls.", "claim"),
        ("The court dismissed Libya's claim to the strip.", "claim"),
        ("Greece refuses to accept Turkey's occupation of the north.", "occupation"),
        ("India's claim to the valley was rejected by China.", "claim"),
        ("Serbia will not follow Russia's example in recognising Abkhazia.", "recognising"),
        ("Ukraine refuses to recognise the annexation of Crimea.", "annexation"),
        ("Turkey did not welcome the Greek annexation of Crete.", "annexation"),
        ("The two governments failed to resolve their dispute over the bay.", "dispute"),
        ("Norway failed to mediate a dispute between Belize and Guatemala.", "dispute"),
        ("The raids do not benefit the peace process.", "process"),
        ("Washington would not recognize the treaty between Japan and China.", "treaty"),
        ("The raids threaten to derail the talks with Israel.", "talks"),
        ("The two governments have not settled their dispute over the bay.", "dispute"),
        ("India has not withdrawn its claim to the valley.", "claim"),
        ("Spain did not pursue its claim to the island.", "claim"),
        ("They will discuss the reforms as well as Russia's aggression against Georgia.", "aggression"),
        ("The lack of a response to Italy's invasion of Ethiopia was noted.", "invasion"),
        ("Syria did not condemn Turkey's raid on Iraq.", "raid"),
        ("They will meet to mark the First Chechen War.", "War"),
        ("Denmark wants to amend its 2014 submission to the commission.", "submission"),
        ("The pact is intended to end thirty years of fighting with the rebels.", "fighting"),
        ("Georgia called on Russia to reverse its decision on the recognition of Abkhazia.", "recognition"),
        ("Turkey does not recognise the agreement signed between Greece and Egypt.", "agreement"),
        ("They would strengthen an existing force in Darfur.", "force"),
        ("They hope to celebrate the recent Israeli withdrawal from Lebanon.", "withdrawal"),
        ("Norway called Russia's annexation of Crimea illegal.", "annexation"),
        ("They hope to expand Uganda's contingent in Somalia.", "contingent"),
        ("They will review the on-going peace process with Israel.", "process"),
        ("They demanded an end to years of violence between Maoists and the army.", "violence"),
        ("They asked what to do about the French colony of Tunisia.", "colony"),
        ("Spain will never give up the British colony of Gibraltar.", "colony"),
    ],
)
def test_what_is_taken_as_given_is_neither_denied_nor_planned(text: str, trigger: str) -> None:
    """To reject, ignore or settle a thing presupposes it."""
    result = read(text, trigger)
    assert (result.polarity, result.modality) == (Polarity.POSITIVE, Modality.ACTUAL)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Japan wants to sign a treaty with Russia.", "sign"),
        ("The two continued the work on the peace treaty.", "treaty"),
        ("Greece and Turkey continue talks to resolve their boundary dispute.", "resolve"),
        ("They discussed the problem of a peace treaty.", "treaty"),
        ("The question of incorporating Texas divided Congress.", "incorporating"),
        ("Spain was inclined toward selling Florida.", "selling"),
        ("The last obstacle to the Greek annexation of Crete was removed.", "annexation"),
        ("Japan was in a position to defeat China.", "defeat"),
        ("Thailand and Cambodia are negotiating a border treaty.", "treaty"),
        ("Thailand and Cambodia are working out a border treaty.", "treaty"),
        ("Officials of the two states are drafting a border treaty.", "treaty"),
        ("Washington feared German control of Haiti.", "control"),
        ("The minister was empowered to sign a treaty.", "sign"),
        ("Washington would not recognize any treaty between Japan and China.", "treaty"),
        ("They were intent on imposing their rule.", "rule"),
        ("Israel keeps its promise to withdraw from Gaza.", "withdraw"),
        ("Israel would find it easier to leave the heights.", "leave"),
        ("Japan agreed to a withdrawal of its troops.", "withdrawal"),
        ("Japan is due to sign a treaty.", "sign"),
        ("Japan is about to sign a treaty.", "sign"),
        ("Japan is going to sign a treaty.", "sign"),
        ("Japan is expected to sign a treaty.", "sign"),
        ("Japan is ready for talks with Russia.", "talks"),
        ("Japan is ready to hold talks with Russia.", "talks"),
        ("Japan agreed to hold talks with Russia.", "talks"),
        ("Talks between Chile and Bolivia are expected to open soon.", "Talks"),
        ("Talks between Chile and Bolivia are due to open soon.", "Talks"),
        ("Talks between Chile and Bolivia will begin in May.", "Talks"),
        ("Talks between Chile and Bolivia are scheduled for May.", "Talks"),
        ("Talks between Chile and Bolivia are planned.", "Talks"),
        ("France hoped for years to delimit its boundary with Suriname.", "delimit"),
        ("France hoped for years to delimit its boundary with Suriname.", "boundary"),
        ("Efforts to demarcate the border have stalled.", "demarcate"),
        ("Efforts at demarcation of the border have stalled.", "demarcation"),
        ("The president called for talks with Russia.", "talks"),
        ("Plans for a withdrawal were made.", "withdrawal"),
        ("Hopes of an agreement rose.", "agreement"),
        ("The threat of an invasion remains.", "invasion"),
        ("Iraq sent troops to annex Kuwait.", "annex"),
        ("If Iraq annexed Kuwait, war would follow.", "annexed"),
        ("If Iraq annexed Kuwait, war would follow.", "follow"),
        ("Russia asks whether Japan claims the islets.", "claims"),
        ("Kiev has the right to station troops in the port.", "station"),
        ("Britain may recognise Palestine.", "recognise"),
        ("Britain said it would recognise Palestine.", "recognise"),
        ("Britain urged France to recognise Palestine.", "recognise"),
        ("Britain allowed the troops to cross the border.", "cross"),
        ("Britain ordered its troops to occupy the island.", "occupy"),
        ("The treaty obliges Spain to withdraw its troops.", "withdraw"),
        ("Does Britain claim the island?", "claim"),
        ("Mexico is close to recognising the border.", "recognising"),
        ("Mexico considers annexing the island.", "annexing"),
        ("Peru accuses Chile of wanting to annex the province.", "annex"),
        ("Armenia fears an attack on the province.", "attack"),
        ("Lima seeks talks with Santiago.", "talks"),
        ("Lima proposed talks with Santiago.", "talks"),
        ("The proposed talks between Lima and Santiago stalled.", "talks"),
        ("Lima offered to negotiate with Santiago.", "negotiate"),
        ("Peru wants Chile to return the province to it.", "return"),
        ("Ministers left for talks with Chile.", "talks"),
        ("Ministers arrived in Lima for talks with Chile.", "talks"),
        ("Parliament voted to annex the region.", "annex"),
        ("The deal allows Estonia to make claims on Russia.", "claims"),
        ("The accord provides for the transfer of the islands to Japan.", "transfer"),
        ("The plan includes the deployment of troops to Kosovo.", "deployment"),
        ("Washington preferred a Japanese annexation of the islands.", "annexation"),
        ("Washington preferred a British occupation of Cyprus.", "occupation"),
        ("Armenia had the chance to seize Shusha.", "seize"),
        ("They spoke in favour of resuming talks.", "talks"),
        ("They are getting closer to recognising the state.", "recognising"),
        ("Japan will sign only after Russia returns the islands.", "returns"),
        ("Serbia will not join until NATO withdraws its troops.", "withdraws"),
        ("Serbia refuses to sign until Kosovo withdraws its claim.", "withdraws"),
        ("Kenya sent troops to stop the rebels from attacking its villages.", "attacking"),
        ("Barzani supports a withdrawal of troops from Iraq.", "withdrawal"),
        ("Serbia froze the talks until Kosovo withdraws its police.", "withdraws"),
        ("Aid was suspended until Syria leaves Lebanon and recognises Israel.", "recognises"),
        ("The sanctions remain until Russia leaves Crimea.", "leaves"),
        ("Spain has not ruled out recognising Kosovo.", "recognising"),
        ("Spain has not ruled out talks.", "ruled"),
        ("Slovenia is set to recognise the state.", "recognise"),
        ("They agreed to a deployment of troops to the island.", "deployment"),
        ("He told of plans to attack Vietnam in response to its invasion of Cambodia.", "attack"),
        ("They hoped to avert a war with France.", "war"),
        ("Washington hopes to persuade Russia to sell Alaska.", "sell"),
        ("Talks between Sudan and Kenya are to open soon.", "Talks"),
        ("On condition that Serbia recognises the state, it may join.", "recognises"),
        ("The talks may go on provided that Serbia recognises the state.", "recognises"),
        ("They insisted on Iraq's withdrawal from Kuwait.", "withdrawal"),
        ("Greece insists that the island be returned.", "returned"),
        ("It is essential that Japan renounce Takeshima.", "renounce"),
        ("They began negotiations to arrange a pullout from the valley.", "pullout"),
        ("The army is poised to attack the town.", "attack"),
        ("They worked on a deal for Israel to hand over the town.", "hand"),
        ("They met to discuss a plan for Israel to hand over the town.", "hand"),
        ("Argentina's demand that Britain return the islands was heard.", "return"),
        ("They have not decided whether to annex the valley.", "annex"),
        ("Iraq is able to occupy Kuwait.", "occupy"),
        ("Kuwait is looking to settle the border with Iraq.", "settle"),
        ("The accord allows Panamanian control of the canal.", "control"),
        ("Kenya's duty to withdraw its soldiers is plain.", "withdraw"),
        ("They met ahead of talks with Malaysia.", "talks"),
        ("Prisoners must be freed before the resumption of talks with Chad.", "resumption"),
        ("They hope to settle the row through talks with Chad.", "talks"),
        ("Russia's attempted annexation of Kherson is void.", "annexation"),
        ("Turkey wants to keep soldiers in Syria.", "keep"),
        ("Syria is not opposed to talks with Israel.", "talks"),
        ("Mali repeated its promise to recognise Kosovo.", "recognise"),
        ("Ottawa gave a guarantee that its troops would leave Cyprus.", "leave"),
        ("Reaching an agreement with Israel will take a miracle.", "Reaching"),
        ("They keep guard once Israel leaves Gaza.", "leaves"),
        ("The envoy suggested that Uganda leave Congo.", "leave"),
        ("They were plotting to attack the port.", "attack"),
        ("China warned the Philippines against occupying the shoal.", "occupying"),
        ("There is speculation of an Israeli attack on Iran.", "attack"),
        ("There are growing concerns about an Israeli strike on Iran.", "strike"),
        ("No date has been set for talks between Serbia and Kosovo.", "talks"),
        ("A date for a meeting between Togo and Ghana was not set.", "meeting"),
        ("Donors wait unless Hamas disarms and recognises Israel.", "recognises"),
        ("More talks between India and Pakistan are needed.", "talks"),
        ("Rwanda is accused of occupying Goma.", "occupying"),
        ("The army tried to crush the rebels.", "crush"),
        ("The United States is considering the recognition of Somaliland.", "recognition"),
        ("Besides holding talks with Serbia, he is scheduled to visit Kosovo.", "talks"),
        ("In addition to meeting President Ali, he is due to open a port.", "meeting"),
        ("Apart from ceding Kunashir, Russia would disarm Iturup.", "ceding"),
        ("Washington doubted that Japan had the strength to attack Hawaii.", "attack"),
        ("Taiwan trains its army to repel an invasion by China.", "invasion"),
        ("Finland will fight to repel a Soviet invasion.", "invasion"),
        ("Kenya asked that Uganda leave before talks with Sudan begin.", "begin"),
        ("He spoke of the future of the port when Ethiopia leaves Assab.", "leaves"),
        ("Officials said that China would later recognise Chad.", "recognise"),
        ("Under the plan, China would later recognise Chad.", "recognise"),
        ("China would eventually recognise Chad if it left.", "recognise"),
        ("Perhaps Japan recognises Abkhazia.", "recognises"),
        ("Japan weighed recognising Abkhazia.", "recognising"),
    ],
)
def test_plans_wishes_demands_and_conditions_are_possible(text: str, trigger: str) -> None:
    """What is only planned, wished, offered, feared, allowed, owed, asked or supposed."""
    assert read(text, trigger).modality is Modality.POSSIBLE


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Japan and Russia agreed to a treaty.", "treaty"),
        ("The question of Crimea's annexation by Russia was raised.", "annexation"),
        ("Officials close to the talks were hopeful.", "talks"),
        ("Chad and Niger signed an agreement to demarcate their border.", "demarcate"),
        ("Settlements are an obstacle to the talks with Syria.", "talks"),
        ("Its position on annexing Crimea is firm.", "annexing"),
        ("Israel has decided to continue military strikes against Hamas.", "strikes"),
        ("Turkey said that it would keep up air strikes on the group.", "strikes"),
        ("Thailand and France negotiated a border treaty in 1904.", "treaty"),
        ("Thailand and France hammered out a border treaty in 1904.", "treaty"),
        ("With the withdrawal of its troops Russia agreed to a treaty.", "withdrawal"),
        ("The UAE became the third country, along with Egypt, to recognize Israel.", "recognize"),
        ("Lithuania became the first of the republics to leave the Soviet Union.", "leave"),
        ("Nauru became the fourth country to recognise Abkhazia.", "recognise"),
        ("Japan remains opposed to the annexation of Crimea by Russia.", "annexation"),
        ("Iran cut its ties with Egypt to protest Cairo's recognition of Israel.", "protest"),
        ("Syria rejected a call to hold talks with Israel.", "talks"),
        ("Mr. Chirac told visiting Prime Minister Ivo Sanader to wait.", "visiting"),
        ("Iraq continues to claim Kuwait.", "claim"),
        ("Iraq still claims Kuwait.", "claims"),
        ("Iraq began to occupy Kuwait.", "occupy"),
        ("Iraq came to occupy Kuwait.", "occupy"),
        ("Iraq went on to occupy Kuwait.", "occupy"),
        ("Iraq managed to occupy Kuwait.", "occupy"),
        ("Iraq helped to occupy Kuwait.", "occupy"),
        ("Britain forced Denmark to cede the island.", "cede"),
        ("Mexico wants a solution of its dispute with Guatemala.", "dispute"),
        ("India seeks resolution of the disputed boundary.", "boundary"),
        ("Lima vowed to defend its claim to the desert.", "claim"),
        ("Lima plans to press its claim to the desert.", "claim"),
        ("Ministers met for talks on the border.", "talks"),
        ("Tensions rise when China sends ships.", "sends"),
        ("Tensions will last as long as Russia occupies the town.", "occupies"),
        ("Russia signed before it withdrew its troops.", "withdrew"),
        ("Spain ruled Cuba until the United States invaded it.", "invaded"),
        ("They will meet to discuss Russia's aggression against Georgia.", "aggression"),
        ("The two vowed to respect the 2020 ceasefire.", "ceasefire"),
        ("India has decided to amend a 1982 accord with Pakistan.", "accord"),
        ("The treaty provided a basis for the transfer of the islands.", "treaty"),
        ("The court's decision that the island belongs to Japan stands.", "belongs"),
        ("Russia was the first country to recognise the state.", "recognise"),
        ("He set to work and recognised the state.", "recognised"),
        ("He told of plans to attack Vietnam in response to its invasion of Cambodia.", "invasion"),
        ("They negotiated to end the war with France.", "war"),
        ("They agreed to strengthen their campaign against Germany.", "campaign"),
        ("Washington persuaded Russia to sell Alaska.", "sell"),
        ("It provided that town with troops that recognised nobody.", "recognised"),
        ("Spain was able to occupy Ifni in 1934.", "occupy"),
        ("Romania has not been able to regain Bukovina.", "regain"),
        ("The United States would not recognise Haiti until 1862.", "recognise"),
        ("Togo met Ghana before talks on the border.", "talks"),
        ("Seward tried to expand trade by purchasing Alaska.", "purchasing"),
        ("The accord allows the United States to maintain its bases in Okinawa.", "maintain"),
        ("Russia was ready to prolong the stay of its peacekeepers.", "stay"),
        ("Nauru will continue negotiations with Kiribati.", "negotiations"),
        ("Sudan will not permit troops to be stationed in Darfur.", "stationed"),
        ("India has kept its promise to cede the corridor.", "cede"),
        ("Russia has not honoured its pledge to withdraw from Moldova.", "withdraw"),
        ("If the talks with Libya fail, Malta will sue.", "talks"),
        ("Rwanda suggested that Uganda has left Congo.", "left"),
        ("Kenya insists that the rebels hold Kismayo.", "hold"),
        ("Moscow insists that Crimea belongs to Russia.", "belongs"),
        ("It is important that Armenia gave up the town.", "gave"),
        ("Annexing the province cost Russia dearly.", "Annexing"),
        ("He defended the decision of his party to invade Iraq.", "invade"),
        ("The soldiers will increase Uganda's contingent.", "increase"),
        ("The envoy could not stop Serbia from attacking Kosovo.", "attacking"),
        ("The UN urged Israel to stop its attacks on Lebanon.", "attacks"),
        ("Washington asked Iran to stop attacking Iraq.", "attacking"),
        ("Iran sought arms for its ongoing war with Iraq.", "war"),
        ("NATO was powerless to prevent Russia from occupying Crimea.", "occupying"),
        ("Britain tried unsuccessfully to prevent Germany from annexing Austria.", "annexing"),
        ("Ethiopia used the opportunity to occupy Badme.", "occupy"),
        ("The UN expressed concern about Russia's attack on Georgia.", "attack"),
        ("Turkey has been the only country in the world to recognise the state.", "recognise"),
        ("The army launched an offensive to try to crush the rebels.", "crush"),
        ("They will urge him to include them in talks with India.", "talks"),
        ("Turkey wants to join the talks between Greece and Cyprus.", "talks"),
        ("Rwanda was accused by Congo of occupying Goma.", "occupying"),
        ("Serbia wants to resume the talks that it held with Kosovo.", "talks"),
        ("Kenya asked the court to postpone the case that Somalia had filed.", "case"),
        ("In addition to annexing Crimea, Russia threatened to invade Moldova.", "annexing"),
        ("Besides meeting President Ali, he opened a port.", "meeting"),
        ("Finland fought to repel a Soviet invasion.", "invasion"),
        ("Judges debated whether Britain's annexation of Chagos was lawful.", "annexation"),
        ("The rise was due to Russia's annexation of Crimea.", "annexation"),
        ("Ties were tense due to Peru's dispute with Chile.", "dispute"),
        ("The quarrel arose when Libya occupied the Aouzou Strip.", "occupied"),
        ("Japan would later annex Korea.", "annex"),
        ("Belgium would go on to recognise Kosovo.", "recognise"),
        ("The Soviet Union would occupy Lithuania for the next five decades.", "occupy"),
        ("It took until 1962 for France to recognise Algeria.", "recognise"),
        ("Haiti had to wait until 1862 for Peru to recognise it.", "recognise"),
        ("Perhaps in 1980, Libya annexed the strip.", "annexed"),
        ("At a meeting with Abe, Lavrov urged Ukraine to hold a vote.", "meeting"),
    ],
)
def test_what_came_about_or_is_given_is_actual(text: str, trigger: str) -> None:
    """Continuing, beginning, managing; nouns that a plan is about."""
    assert read(text, trigger).modality is Modality.ACTUAL


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Britain may not recognise Palestine.", "recognise"),
        ("Britain might never recognise Palestine.", "recognise"),
        ("Britain should not recognise Palestine.", "recognise"),
        ("The treaty does not allow Turkey to occupy Cyprus.", "occupy"),
    ],
)
def test_denied_possibility_is_both(text: str, trigger: str) -> None:
    """Both "may not" and "should not" deny what might be."""
    result = read(text, trigger)
    assert (result.polarity, result.modality) == (Polarity.NEGATIVE, Modality.POSSIBLE)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Lavrov said that Japan claims the islands.", "claims", "Lavrov"),
        ("According to Tokyo, Russia occupies the islands.", "occupies", "Tokyo"),
        ("Russia occupies the islands, according to Tokyo.", "occupies", "Tokyo"),
        ("Georgia accuses Russia of occupying the region.", "occupying", "Georgia"),
        ("Georgia accused Russia on Monday of having occupied the region.", "occupied", "Georgia"),
        ("In Tokyo's view Russia occupies the islands.", "occupies", "Tokyo"),
        ("Russia, in Tokyo's view, occupies the islands.", "occupies", "Tokyo"),
        ("In the view of Tokyo, Russia occupies the islands.", "occupies", "Tokyo"),
        ("In the opinion of Tokyo, Russia occupies the islands.", "occupies", "Tokyo"),
        ("By Tokyo's account, Russia occupies the islands.", "occupies", "Tokyo"),
        ("As Tokyo sees it, Russia occupies the islands.", "occupies", "Tokyo"),
        ("As Lavrov said, Japan claims the islands.", "claims", "Lavrov"),
        ("Tokyo's position is that Russia occupies the islands.", "occupies", "Tokyo"),
        ("Tokyo's claim that Russia occupies the islands is old.", "occupies", "Tokyo"),
        ("The statement of Tokyo that Russia occupies the islands is old.", "occupies", "Tokyo"),
        ("Claims by Tokyo that Russia occupies the islands are old.", "occupies", "Tokyo"),
        ("The UN is investigating Eritrean claims that Ethiopia occupied a village.", "occupied", "Eritrean"),
        ("Moscow acknowledged Beijing's position that Japan claims the islands.", "claims", "Beijing"),
        ("Russia is said by Tokyo to occupy the islands.", "occupy", "Tokyo"),
        ("Russia is accused by Tokyo of occupying the islands.", "occupying", "Tokyo"),
        ("Russia occupies the islands, Tokyo says.", "occupies", "Tokyo"),
        ("Russia, Tokyo says, occupies the islands.", "occupies", "Tokyo"),
        ("Tokyo insists: the islands belong to Japan.", "belong", "Tokyo"),
        (
            "The minister said Wednesday Russia occupied the islands and that China claims them.",
            "claims",
            "minister",
        ),
        ("Tokyo blamed Moscow for occupying the islands.", "occupying", "Tokyo"),
        ("Tokyo protested that Russia had occupied the islands.", "occupied", "Tokyo"),
        ("Tokyo says it has met Moscow, which occupies the islands.", "occupies", "Tokyo"),
        ("Lavrov, speaking in Moscow, said Japan claims the islands.", "claims", "Lavrov"),
        ("It was reported by Interfax that Japan claims the islands.", "claims", "Interfax"),
        ("Lavrov was quoted as saying that Japan claims the islands.", "claims", "Lavrov"),
        ("According to a report by Amnesty, Russia occupies the islands.", "occupies", "Amnesty"),
        ("Eritrea, a UN commission found, invaded Ethiopia in 1998.", "invaded", "commission"),
        ("China said it had a right, but was willing to negotiate.", "negotiate", "China"),
        ("Tokyo takes the position that Russia occupies the islands.", "occupies", "Tokyo"),
        ("Turkey is adamant that Russia occupies the islands.", "occupies", "Turkey"),
        ("Turkey is convinced that Russia occupies the islands.", "occupies", "Turkey"),
        ("A report released by Amnesty says that Russia occupies the islands.", "occupies", "Amnesty"),
        ("Many of the voters said that Russia occupies the islands.", "occupies", "voters"),
        ("A statement from Tokyo says that Russia occupies the islands.", "occupies", "Tokyo"),
        ("Half of the voters said that Russia occupies the islands.", "occupies", "voters"),
        ("Iran dismissed a report that it had claimed Bahrain.", "claimed", "Iran"),
        ("The army issued a statement saying Russia had occupied the islands.", "occupied", "army"),
        ("Tokyo said in a report that Russia occupied the islands.", "occupied", "Tokyo"),
        ("Russia occupies the islands, Abe told reporters in Tokyo.", "occupies", "Abe"),
        ("Gates warned Turkey against occupying the region.", "occupying", "Gates"),
        ("Tokyo vowed to end what it called the Russian occupation of the islands.", "occupation", "it"),
        ("Moscow demanded that Japan recognise the treaty.", "recognise", "Moscow"),
        ("Moscow called on Japan to recognise the treaty.", "recognise", "Moscow"),
        ("Moscow wants Japan to recognise the treaty.", "recognise", "Moscow"),
        ("Moscow called for talks between Japan and China.", "talks", "Moscow"),
        ("Moscow denied occupying the islands.", "occupying", "Moscow"),
        ("Media reports say Russia occupied the islands.", "occupied", "reports"),
        ("Lavrov wrote in an essay that the islands belong to Russia.", "belong", "Lavrov"),
        ("Tokyo's line is that Russia occupies the islands.", "occupies", "Tokyo"),
        ("From Tokyo's point of view, Russia occupies the islands.", "occupies", "Tokyo"),
        ("For Tokyo, Russia occupies the islands.", "occupies", "Tokyo"),
        ("Moscow pretends that Japan occupies the islands.", "occupies", "Moscow"),
        ("The court held that Russia occupies the islands.", "occupies", "court"),
        ("Moscow countered that Japan occupies the islands.", "occupies", "Moscow"),
        ("Tokyo described the islands as occupied by Russia.", "occupied", "Tokyo"),
        ("The army says suspected Tamil rebels attacked a convoy.", "attacked", "army"),
        ("The islands were occupied by Russia, Abe told reporters in Tokyo.", "occupied", "Abe"),
        ("Tokyo repeated its warning that Russia occupies the islands.", "occupies", "its"),
    ],
)
def test_attribution_names_whose_word_it_is(text: str, trigger: str, speaker: str) -> None:
    """Reporting verbs, accusations, "according to", views, statements, insertions and passives."""
    found = read(text, trigger).speaker
    assert found is not None
    assert found.text == speaker


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("For Tokyo, the war gave Russia an excuse to occupy the islands.", "occupy"),
        ("For decades, Russia occupies the islands.", "occupies"),
        ("From one point of view, Russia occupies the islands.", "occupies"),
        ("The line is that Russia occupies the islands.", "occupies"),
        ("Lavrov insisted on the fact that Russia occupies the islands.", "occupies"),
        ("Lavrov wrote in the treaty that ceded the islands.", "ceded"),
        ("Russia is said to occupy the islands.", "occupy"),
        ("Some say that Russia occupies the islands.", "occupies"),
        ("A letter says that Russia occupies the islands.", "occupies"),
        ("Germany found out that Russia occupies the islands.", "occupies"),
        ("Iceland declared itself independent from Denmark, which Germany occupied.", "occupied"),
        ("It is certain that Russia occupies the islands.", "occupies"),
        ("Ukraine has ruled out ceding the islands.", "ceding"),
        ("Tokyo protested after Russia had occupied the islands.", "occupied"),
        ("Tokyo criticised Moscow, which occupies the islands.", "occupies"),
        ("Tokyo asked to recognise the treaty.", "recognise"),
        ("Tokyo called on Moscow to maintain its claim to the islands.", "claim"),
        ("Tokyo wants the Russian forces on the islands to leave.", "forces"),
        ("India said that two men crossed into Pakistani-held Kashmir.", "held"),
        ("India said it was the first visit since clashes with Pakistan.", "clashes"),
        ("Officials said that the snow would delay Israel's withdrawal from Lebanon.", "withdrawal"),
        ("Reports say Russia occupied the islands.", "occupied"),
        ("Indonesia says its ships have left the area ahead of talks with Malaysia.", "talks"),
        ("India said it had fenced the line after attacks by Pakistan.", "attacks"),
    ],
)
def test_what_nobody_named_says_has_no_attribution(text: str, trigger: str) -> None:
    """Anonymous sources, adjuncts, relative clauses of another subject."""
    assert read(text, trigger).speaker is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "is_hearsay"),
    [
        ("Some say that Russia occupies the islands.", True),
        ("Reports say that Russia occupies the islands.", True),
        ("It is alleged that Russia occupies the islands.", True),
        ("The myth that Russia occupies the islands persists.", True),
        ("The claim that Russia occupies the islands is baseless.", True),
        ("Few claim that Russia occupies the islands.", True),
        ("The fact that Russia occupies the islands is known.", False),
        ("Tokyo's claim that Russia occupies the islands is baseless.", False),
        ("It was acknowledged that Russia occupies the islands.", False),
        ("There is no doubt that Russia occupies the islands.", False),
        ("Tokyo said that Russia occupies the islands.", False),
        ("Russia occupies the islands.", False),
    ],
)
def test_hearsay_is_what_somebody_without_a_name_says(text: str, *, is_hearsay: bool) -> None:
    assert read(text, "occupies").hearsay is is_hearsay


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "modality"),
    [
        ("Ceuta remained under Spanish rule.", "rule", Polarity.POSITIVE, Modality.ACTUAL),
        ("Ceuta never came under Moroccan rule.", "rule", Polarity.NEGATIVE, Modality.ACTUAL),
        (
            "Serbia vowed to bring Kosovo back under its control.",
            "control",
            Polarity.POSITIVE,
            Modality.POSSIBLE,
        ),
        (
            "The islands may fall under foreign jurisdiction.",
            "jurisdiction",
            Polarity.POSITIVE,
            Modality.POSSIBLE,
        ),
        # Only what is done under a rule is denied, not the rule.
        ("They refused to live under Moroccan rule.", "rule", Polarity.POSITIVE, Modality.ACTUAL),
        ("No elections were held under Moroccan rule.", "rule", Polarity.POSITIVE, Modality.ACTUAL),
    ],
)
def test_what_denies_the_placing_of_a_place_under_a_rule_denies_the_rule(
    text: str, trigger: str, polarity: Polarity, modality: Modality
) -> None:
    result = read(text, trigger)
    assert (result.polarity, result.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "modality"),
    [
        ("They rejected accusations that their troops had attacked it.", "attacked", "negative", "actual"),
        ("They called charges that they attacked it baseless.", "attacked", "negative", "actual"),
        ("Accusations that their troops attacked it were made.", "attacked", "positive", "possible"),
        ("There are rumours that they attacked it.", "attacked", "positive", "possible"),
        ("Spain opposes recognition of Kosovo.", "recognition", "negative", "actual"),
        ("Spain opposes the recognition of Kosovo by others.", "recognition", "positive", "actual"),
        ("They dropped their opposition to recognising Kosovo.", "recognising", "positive", "possible"),
        ("They lifted their objection to recognition of the state.", "recognition", "positive", "possible"),
        ("Germany opposed the war.", "war", "positive", "actual"),
        ("Talks failed to start.", "Talks", "negative", "actual"),
        ("Talks failed to produce an agreement.", "Talks", "positive", "actual"),
        ("Not even Russia recognises Transnistria.", "recognises", "negative", "actual"),
        ("Not only Russia recognises Abkhazia.", "recognises", "positive", "actual"),
        ("Had they returned the islands, a treaty would have followed.", "returned", "positive", "possible"),
        ("Should they return the islands, a treaty will follow.", "return", "positive", "possible"),
        ("The transfer was delayed.", "transfer", "positive", "possible"),
        ("They dismissed as baseless a report that they attacked it.", "attacked", "negative", "actual"),
        ("They dismissed China's claim that they attacked it.", "attacked", "positive", "actual"),
        ("They declined to say why they attacked it.", "attacked", "positive", "actual"),
        ("They refused to say whether they recognised it.", "recognised", "positive", "possible"),
        ("They stopped short of recognising it.", "recognising", "negative", "actual"),
        ("They left without attacking it or annexing Badme.", "annexing", "negative", "actual"),
        ("They left after attacking it and annexing Badme.", "annexing", "positive", "actual"),
        ("Turkey sent troops to prevent a Greek takeover of Cyprus.", "takeover", "positive", "possible"),
        ("They made no progress in their war with Peru.", "war", "positive", "actual"),
        ("No breakthrough was reported in talks with Peru.", "talks", "positive", "actual"),
        ("They failed to win their war with Peru.", "war", "positive", "actual"),
        ("A vote on whether it should be returned was called off.", "returned", "positive", "possible"),
        ("They do not know whether he claims it.", "claims", "positive", "possible"),
        ("Rather than recognise it, they left the talks.", "recognise", "negative", "actual"),
        ("It was not their soldiers who attacked it.", "attacked", "negative", "actual"),
        ("It was not Argentina but Chile that attacked it.", "attacked", "positive", "actual"),
        ("It was Argentina that attacked it.", "attacked", "positive", "actual"),
        ("They vetoed its recognition of the state.", "recognition", "negative", "actual"),
        ("At no time did they recognise it.", "recognise", "negative", "actual"),
        ("They neither confirmed nor denied that they had attacked it.", "attacked", "positive", "possible"),
        ("They could not confirm that troops had attacked it.", "attacked", "positive", "possible"),
        ("They confirmed that troops had attacked it.", "attacked", "positive", "actual"),
        ("Its claim to the island is nothing more than talk.", "claim", "positive", "actual"),
    ],
)
def test_whoever_disputes_an_accusation_or_opposes_his_own_act_denies_it(
    text: str, trigger: str, polarity: str, modality: str
) -> None:
    result = read(text, trigger)
    assert (result.polarity, result.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Israel began an offensive in May to flush out Hamas fighters.", "flush", "actual"),
        ("Israel plans to begin an offensive in May to flush out Hamas fighters.", "flush", "possible"),
        ("Israel began talks in May to expel Hamas from Gaza.", "expel", "possible"),
        ("Hezbollah has stepped up its attacks on Israel.", "attacks", "actual"),
        ("Hezbollah has vowed to step up its attacks on Israel.", "attacks", "possible"),
        ("Hezbollah has vowed to continue its attacks on Israel.", "attacks", "actual"),
        ("The cabinet approved sending troops to Mali.", "sending", "possible"),
        ("Israel would be recognized and withdraw from the Golan.", "withdraw", "possible"),
        ("Israel was recognized and withdrew from the Golan.", "withdrew", "actual"),
        ("Armenia was to leave Lachin and hand over Kelbajar.", "hand", "possible"),
        ("Cyprus should be reunited and Turkey withdraw its troops.", "withdraw", "possible"),
        ("Kosovo will not be recognized and Serbia keeps its claim to it.", "keeps", "actual"),
        ("Moscow will not pay a higher rent for basing its fleet on Crimea.", "basing", "actual"),
    ],
)
def test_attacks_that_are_opened_are_so_and_those_that_are_vowed_may_be(
    text: str, trigger: str, modality: str
) -> None:
    assert read(text, trigger).modality == modality


def test_who_refutes_an_accusation_of_nobody_known_is_the_speaker() -> None:
    assert (
        str(read("Armenia rejected accusations that its troops had attacked it.", "attacked").speaker)
        == "Armenia"
    )
    owned = read("Armenia rejected Azerbaijan's accusation that it had attacked Nakhchivan.", "attacked")
    assert (str(owned.speaker), owned.polarity) == ("Azerbaijan", Polarity.POSITIVE)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("They allegedly attacked the islands.", "attacked"),
        ("Russia is believed to have deployed missiles there.", "deployed"),
        ("Chinese troops reportedly entered the valley.", "entered"),
    ],
)
def test_what_is_only_said_to_be_so_is_possible(text: str, trigger: str) -> None:
    assert read(text, trigger).modality is Modality.POSSIBLE


def test_who_is_forced_to_do_something_does_it() -> None:
    assert read("China was forced to withdraw.", "withdraw").modality is Modality.ACTUAL


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ladakh is and will remain part of India.", Modality.ACTUAL),
        ("Ladakh was, is and will always be part of India.", Modality.ACTUAL),
        ("Ladakh will be and remain part of India.", Modality.POSSIBLE),
        ("Ladakh is cold and will remain part of India.", Modality.POSSIBLE),
    ],
)
def test_what_is_and_will_remain_so_is_actual(text: str, expected: Modality) -> None:
    assert read(text, "part").modality is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Georgia thanked Japan for its non-recognition of Abkhazia.", "recognition", Polarity.NEGATIVE),
        ("Georgia thanked Japan for its early recognition of Abkhazia.", "recognition", Polarity.POSITIVE),
        ("Russia withdrew from the talks with Japan.", "talks", Polarity.NEGATIVE),
        ("Russia withdrew from the islands under talks with Japan.", "talks", Polarity.POSITIVE),
    ],
)
def test_prefix_and_leaving_deny(text: str, trigger: str, expected: Polarity) -> None:
    assert read(text, trigger).polarity is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Georgia and Abkhazia failed to agree at talks in Geneva.", Polarity.POSITIVE),
        ("Georgia was not at talks with Abkhazia.", Polarity.NEGATIVE),
    ],
)
def test_what_is_not_done_at_talks_leaves_them_be(text: str, polarity: Polarity) -> None:
    assert read(text, "talks").polarity is polarity
