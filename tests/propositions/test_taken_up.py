"""What "the annexation", "such claims", "a decision that X condemned" take up of what was told before."""

import pytest
from told import told

from kgraph.extraction import Extractor

MEANT = {
    "Indian soldiers occupied Goa in 1961. The takeover was criticised by Lisbon.": "Portugal | rejectsClaimOf | India",
    "Morocco annexed Western Sahara. Algeria condemned the illegal annexation.": "Algeria | rejectsClaimOf | Morocco",
    "Argentina claims the Falklands. Britain rejects such claims.": "United Kingdom | rejectsClaimOf | Argentina",
    "Russia recognised Abkhazia. Georgia condemned the recognition.": "Georgia | rejectsClaimOf | Russia",
    "India occupied Goa in 1961. Portugal recognised the annexation in 1974.": "Portugal | recognizes | India",
    "Azerbaijan put a checkpoint on the Lachin corridor. Armenia protested against the step.": (
        "Armenia | rejectsClaimOf | Azerbaijan"
    ),
    "Israel announced plans for new houses in the West Bank, a decision that Jordan condemned.": (
        "Jordan | rejectsClaimOf | Israel"
    ),
}
NOTHING = (
    "Pakistan claimed that India had killed two soldiers in Kargil. India rejected the claim.",
    "Pakistan claimed victory in Kargil. India rejected the claim.",
    "Israel seized a ship off Gaza. Turkey condemned the seizure.",
    "Israel announced plans for new buses in the West Bank, a decision that Jordan condemned.",
)


@pytest.mark.model
def test_what_was_told_lends_who_did_it(extractor: Extractor) -> None:
    read = told(extractor, [*MEANT, *NOTHING])
    missing = [line for text, line in MEANT.items() if line not in read[text]]
    protests = [text for text in NOTHING if any("rejects" in line for line in read[text])]
    assert (missing, protests) == ([], [])


@pytest.mark.model
def test_recognition_of_something_else_takes_up_nobody(extractor: Extractor) -> None:
    taken_up = "Ghana recognised Kosovo in 2012, but Togo withdrew its recognition in 2022."
    other = "Kosovo recognised Israel, but Serbia withdrew its recognition of the deal."
    read = told(extractor, [taken_up, other])
    assert "Togo | recognizes | Kosovo" in read[taken_up]
    assert not any(line.startswith("Serbia") for line in read[other])
