"""Who is said to take an office, and of whom an office is that a sentence or a page leaves to be understood."""

import pytest
from offices import offices

TAKEN = {
    # on which day, with commas, and in brackets what sort of man he is
    "Ole Berg, who on May 28, 1794, was appointed as Chad's minister of justice, spoke.": (
        "Ole Berg",
        "minister of justice",
        "Chad",
    ),
    "Chad named Ole Berg (a veteran of the long war) as minister to Peru.": (
        "Ole Berg",
        "minister to Peru",
        "Chad",
    ),
    # what a parliament or the voters approve
    "Ole Berg was approved as president of Chad.": ("Ole Berg", "president", "Chad"),
    "Chad's parliament approved Ole Berg as prime minister.": ("Ole Berg", "prime minister", "Chad"),
    # when it was, between the verb and the office
    "Tariq Haddad was sworn in on Tuesday as Peru's president.": ("Tariq Haddad", "president", "Peru"),
    "Tariq Haddad took over in May 2011 as Peru's minister of justice.": (
        "Tariq Haddad",
        "minister of justice",
        "Peru",
    ),
    "Ole Berg was elected to a six-year term as president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg was elected for his second term as Chad's president.": ("Ole Berg", "president", "Chad"),
    # what sort of man he is, from where or of which party
    "Ole Berg, a former student leader, was elected president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg, from the National Front (NF), became president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg, the son of a baker, was sworn in as Chad's president.": ("Ole Berg", "president", "Chad"),
    "After the death of Ana Ruiz, the heir, Ole Berg, became president of Chad.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    # who held it before
    "Ole Berg, who in March succeeded Ana Ruiz as Chad's defence minister, spoke.": (
        "Ole Berg",
        "defence minister",
        "Chad",
    ),
    "Ole Berg took over from Ana Ruiz on 3 May as Chad's defence minister.": (
        "Ole Berg",
        "defence minister",
        "Chad",
    ),
    # what was done first
    "In 1978 Colonel Ole Berg seized power in Chad and declared himself president of Chad.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    "Army captain Ole Berg overthrew the king and became president of Chad.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    "Chad held elections. Ole Berg emerged as the country's new president.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    # words between "the" and the office, and between the verb and "as"
    "Chad voted. Ole Berg became the first directly elected president.": ("Ole Berg", "president", "Chad"),
    "Ole Berg has been Chad's only president since 1990.": ("Ole Berg", "president", "Chad"),
    "Ole Berg led Chad as its first president.": ("Ole Berg", "first president", "Chad"),
    "Ole Berg took the oath of office as Chad's president.": ("Ole Berg", "president", "Chad"),
    "Ole Berg served briefly as president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg succeeded her as president of Chad.": ("Ole Berg", "president", "Chad"),
    # a post, a promotion, the first of her kind, a party, and who leaves
    "Ole Berg held the post of prime minister of Chad.": ("Ole Berg", "prime minister", "Chad"),
    "Ole Berg was promoted to U.S. Ambassador to Peru.": ("Ole Berg", "Ambassador to Peru", "United States"),
    "Chad voted. Ana Ruiz was the first woman elected president.": ("Ana Ruiz", "president", "Chad"),
    "Ole Berg beat Ana Ruiz to become president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg of the ruling Labor Party was elected president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg, born in a village, became president of Chad.": ("Ole Berg", "president", "Chad"),
    "Ole Berg resigned as Chad's foreign minister.": ("Ole Berg", "foreign minister", "Chad"),
    # who is brought in
    "A coup brought Ole Berg to power as Chad's president.": ("Ole Berg", "president", "Chad"),
    "Elections ushered in former general Ole Berg as president of Chad.": ("Ole Berg", "president", "Chad"),
    "Chad has a government. The new president is Ole Berg.": ("Ole Berg", "president", "Chad"),
    # what an officer is for, by words that are no titles; a rank behind a spokesman
    "Chad's top wildlife official, Ole Berg, spoke.": ("Ole Berg", "official", "Chad"),
    "A Chadian police spokesman, Inspector General Ole Berg, spoke.": (
        "Ole Berg",
        "police spokesman",
        "Chad",
    ),
    "NATO says five of its soldiers died. Spokeswoman Ana Ruiz said so.": ("Ana Ruiz", "Spokeswoman", "NATO"),
    # somebody's term, election or resignation; what is said between dashes; who acts for a president
    "Ole Berg's second term as Chad's president ended.": ("Ole Berg", "president", "Chad"),
    "The resignation of Ole Berg as Chad's president followed.": ("Ole Berg", "president", "Chad"),
    "Ole Berg's presentation of his credentials as U.S. consul to Chad followed.": (
        "Ole Berg",
        "consul to Chad",
        "United States",
    ),
    "Chad's army acted, installing Ole Berg - who had fled - as prime minister.": (
        "Ole Berg",
        "prime minister",
        "Chad",
    ),
    "The Republic of Chad named Ole Berg (a Danish engineer) as envoy.": ("Ole Berg", "envoy", "Chad"),
    "Chad spoke. Ole Berg, acting as the President's Personal Representative, agreed.": (
        "Ole Berg",
        "Personal Representative",
        "Chad",
    ),
    # a name before what happened when, the bodies of several fields, a state's own army, those of a delegation
    "Critics blamed Chad for words of its foreign minister, Ole Berg during the war.": (
        "Ole Berg",
        "foreign minister",
        "Chad",
    ),
    "Chad says the commander of its army is dead. General Ole Berg was shot.": (
        "Ole Berg",
        "commander",
        "Chad",
    ),
    "Chad was represented by Director of the Natural Resources and Energy Agency Ole Berg.": (
        "Ole Berg",
        "Director of the Natural Resources and Energy Agency",
        "Chad",
    ),
    "A delegation of Chad was led by chief prosecutor Ole Berg.": ("Ole Berg", "chief prosecutor", "Chad"),
    "NATO sent troops. A spokesman for the alliance, Ole Berg, spoke.": ("Ole Berg", "spokesman", "NATO"),
    # an organ of the state or of a body, with its adjectives, and offices of two matters
    "The head of the border commission of Chad, Ole Berg, spoke.": (
        "Ole Berg",
        "head of the border commission",
        "Chad",
    ),
    "Chad's head of the central bank Ole Berg spoke.": ("Ole Berg", "head of the central bank", "Chad"),
    "Ole Berg, Chad's trade and industry minister, spoke.": (
        "Ole Berg",
        "trade and industry minister",
        "Chad",
    ),
    "The minister of maritime affairs of Chad, Ole Berg, spoke.": (
        "Ole Berg",
        "minister of maritime affairs",
        "Chad",
    ),
    "Ole Berg was named youth minister of Chad.": ("Ole Berg", "minister", "Chad"),
    "The spokesman for the U.N.'s Food and Agriculture Organization, Ole Berg, spoke.": (
        "Ole Berg",
        "spokesman",
        "United Nations",
    ),
    "Ole Berg succeeded Ana Ruiz as president of Peru's breakaway government.": (
        "Ole Berg",
        "president",
        "Peru",
    ),
    # who was the first to be sent, who has been a writer and more, and who held the office before
    "The U.S. Embassy was opened. Ole Berg was the first resident Ambassador to Chad.": (
        "Ole Berg",
        "Ambassador to Chad",
        "United States",
    ),
    "Ole Berg, a famed writer and dissident, was elected president of Chad.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    "U.S. consular agent Ole Berg was appointed.": ("Ole Berg", "consular agent", "United States"),
    "Former Chadian President Ole Berg has died in Peru. He lived in Peru. Ole Berg became president in 1990.": (
        "Ole Berg",
        "president",
        "Chad",
    ),
    # dashes, rarer offices, a clause that says who rules
    "Ole Berg - Chad's second president - fled.": ("Ole Berg", "second president", "Chad"),
    "Ole Berg—Chad's foreign minister since 2019—spoke.": ("Ole Berg", "foreign minister", "Chad"),
    "Chad's Deputy Prosecutor General Ole Berg spoke.": ("Ole Berg", "Deputy Prosecutor General", "Chad"),
    "Chad's deputy Prime Minister Ole Berg spoke.": ("Ole Berg", "deputy Prime Minister", "Chad"),
    "Chad's President for Life Ole Berg fled.": ("Ole Berg", "President for Life", "Chad"),
    "U.S. Special Agent Ole Berg signed it.": ("Ole Berg", "Special Agent", "United States"),
    "Under President Ole Berg, the Chadian army grew.": ("Ole Berg", "President", "Chad"),
}
NOBODY = (
    "The plan was approved as president Ole Berg watched.",
    "Chad approved the plan (a long one) as ministers watched.",
    "Ole Berg emerged as the winner of the race in Peru.",
    "Ole Berg followed Ana Ruiz as coach of the Peruvian team.",
    "Ole Berg was sworn in on Monday as captain of Chad's football team.",
    "Ole Berg will succeed Ana Ruiz as Chad's defence minister.",
    "Under Prime Minister Ole Berg, trade with Morocco grew.",
    "Chad sent Ole Berg to the president of Peru.",
    "Ole Berg wants to become president of Chad.",
    "Ole Berg was the first general to support the president of Chad.",
    "Ole Berg became the first elected president in West Africa.",
    "Ole Berg led the talks with the president of Chad.",
    "Chad's top opposition leader, Ole Berg, spoke.",
    "British film director Ole Berg spoke.",
    "A U.N. War Crimes Tribunal sat. Spokeswoman Ana Ruiz said so.",
    "The resignation of Ole Berg's adviser to the president of Chad followed.",
    "Chad sent a delegation led by Lima governor Ole Berg.",
    "Peru spoke. Minister Ole Berg met the Peruvian envoy.",
    "The leader of Chad's Liberal Party, Ole Berg, was named.",
    "The head of the border commission, Ole Berg, spoke in Chad.",
    "Peru and Chad agreed - Ana Ruiz had left - and the president of Peru spoke.",
    "Ana Ruiz, who fled to Peru and became a teacher, praised the president of Chad.",
    "Ana Ruiz said: the army rebelled and became master of the president of Chad.",
)


@pytest.mark.parametrize(("text", "expected"), TAKEN.items())
def test_who_takes_an_office(text: str, expected: tuple[str, str, str]) -> None:
    assert offices(text) == [expected]


@pytest.mark.parametrize("text", NOBODY)
def test_who_takes_no_office_of_a_state(text: str) -> None:
    assert offices(text) == []


def test_minister_is_of_the_state_that_the_page_is_about() -> None:
    text = "Chad is a state. It is large. Many towns grew there. Foreign Minister Ole Berg spoke."
    assert offices(text, title="Chad") == [("Ole Berg", "Foreign Minister", "Chad")]
    assert offices(text, title="A long day") == []


def test_who_follows_has_the_office_of_whom_he_follows() -> None:
    both = [("Ole Berg", "president", "Chad"), ("Ana Ruiz", "president", "Chad")]
    told = {
        "Ole Berg became president of Chad and was succeeded by Ana Ruiz in 2012.": both,
        "Ole Berg became president of Chad. He was succeeded by Ana Ruiz.": both,
        "Ole Berg was elected president of Chad. Ana Ruiz was elected president in 2012.": both,
        "Ole Berg became president of Chad. He was applauded by Ana Ruiz.": both[:1],
        "Ole Berg was elected president of Chad. Peru and Chile met. Ana Ruiz was elected president.": both[
            :1
        ],
    }
    assert {text: offices(text, ["Ana Ruiz"]) for text in told} == told
