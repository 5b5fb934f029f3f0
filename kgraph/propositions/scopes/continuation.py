"""What goes on today though it is told of the future: "will *continue* the talks", "may *keep* its troops there"."""

from kgraph.cues import Cues, load_cues
from kgraph.propositions.arguments import first_child, has_infinitive, is_verb, joined_lemma
from kgraph.propositions.scopes.steps import Step

__all__ = ["goes_on"]

_CONTINGENTS = frozenset({"contingent", "deployment", "force", "garrison", "mission", "presence"})


def goes_on(steps: tuple[Step, ...]) -> bool:
    """Tell whether what will or may be so is so today: "will *continue* the talks", "may *keep* its troops there"."""
    cues = load_cues()
    aimed_at = {step.token for step in steps if step.below is not None and has_infinitive(step.below)}
    return any(
        _is_retained(step, cues) or (_is_continued(step, cues) and step.below not in aimed_at)
        for step in steps
    )


def _is_retained(step: Step, cues: Cues) -> bool:
    """Tell whether somebody is to keep what is told to be his: "*its* troops", "the stay of *its* peacekeepers".

    So is what is there: "would strengthen an *existing* force".
    """
    kept = first_child(step.token, "dobj")
    if kept is None or not is_verb(step.token) or step.below not in {None, kept}:
        return False
    if kept.lemma_.lower() in cues.possibility_nouns:  # "keeps its promise to leave"
        return False
    inner = (o for c in kept.children if c.lower_ == "of" for o in c.children)
    is_owned = any(first_child(noun, "poss") is not None for noun in (kept, *inner))
    is_owned = is_owned or any(c.lower_ in cues.presupposed_existing for c in kept.children)
    lemma = step.token.lemma_.lower()
    is_resized = lemma in cues.presupposed_resizing - {"reduce"} and kept.lemma_.lower() in _CONTINGENTS
    return is_owned and (is_resized or lemma in cues.presupposed_retaining)


def _is_continued(step: Step, cues: Cues) -> bool:
    """Tell whether talks go on that there are, be they told of or not: "will continue negotiations with X".

    What they are to bring about is yet to come: "continue talks *to settle* the dispute".
    """
    is_talk = step.below is not None and joined_lemma(step.below) in cues.presupposed_ongoing
    return is_talk and step.link == "dobj" and step.token.lemma_.lower() == "continue"
