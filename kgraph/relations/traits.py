"""What sets single predicates apart, beyond their wordings: the one place where `relations` names any."""

__all__ = [
    "ABROAD",
    "DECIDED",
    "DONE_TO_LAND",
    "GIVEN_BACK",
    "HELD",
    "HOLDING",
    "INTRUDING",
    "JUST_TOLD",
    "LINES_DRAWN",
    "NOT_BESIDE_RULING",
    "OCCUPYING",
    "OF_OTHERS",
    "OF_PARTIES",
    "ONE_SIDED",
    "ON_MATTER",
    "OVER_LAND",
    "RULED",
    "STATED",
    "TWO_SIDED",
]

# They hold by being stated: who says so does it.
STATED = frozenset(
    {"claims", "contests", "recognizes", "rejectsClaimOf", "renounces", "ruledAgainst", "ruledFor"}
)

# Their subject holds the object in fact; who only occupies a land may soon be gone.
HOLDING = frozenset({"administers", "annexed"})

# Their subject has forces in the object.
OCCUPYING = frozenset({"occupies"})

# Their object holds the subject in fact.
HELD = frozenset({"partOf", "transferredTo"})

# One does them elsewhere: a part of one's own is no object ("Congolese troops went to *eastern Congo*").
ABROAD = frozenset({"deploysForcesTo"})

# One does them in what is another's.
INTRUDING = frozenset({"intrudesInto"})

# What a court rules is no more than a ruling: no stand of its own, and no land passes to whoever it gives it to.
RULED = frozenset({"ruledAgainst", "ruledFor"})
NOT_BESIDE_RULING = frozenset({"recognizes", "rejectsClaimOf", "supports", "transferredTo"})

# They are about the land that the sentence tells of before, where they do not say about what.
DECIDED = frozenset({"ruledAgainst", "ruledFor", "submittedTo"})

# Who does them is a party, not what the line runs between: "X and Y fixed the border between A and B".
LINES_DRAWN = frozenset({"delimitedBoundaryWith"})

# Those do them who have a stake, and no court, which judges them.
OF_PARTIES = frozenset({"disputesWith"})

# Those do them, too, who have no stake: "Norway condemned the move".
OF_OTHERS = frozenset({"rejectsClaimOf"})

# Two do them to each other: of several on a side none does it to its fellows ("clashes between X and Y and Z forces").
TWO_SIDED = frozenset({"clashesWith"})

# Many who come together do them only where it is told on what: "Envoys of five states took part in talks".
ON_MATTER = frozenset({"negotiatesWith"})

# They are about land or a line, whether the sentence says so or the text before it.
OVER_LAND = frozenset({"disputesWith", "negotiatesWith", "rejectsClaimOf", "ruledAgainst", "ruledFor"})

# Their object is the land to which something is done.
DONE_TO_LAND = frozenset(
    {"administers", "annexed", "buildsOn", "claims", "deploysForcesTo", "occupies", "recognizes"}
)

# The first is not true of two where the second is: "X and Y agreed to hand over the town to Y".
GIVEN_BACK = ("transferredFrom", "transferredTo")

# One does it alone: who does the second with another at the same word has the dispute, and no more.
ONE_SIDED = ("contests", "disputesWith")

# Words from a relation to a land that the same sentence or the one before tells of.
JUST_TOLD = 40
