"""A graph kept by a server elsewhere: asked, copied and changed by SPARQL 1.1 Query, Update and Graph Store Protocol.

httpx speaks HTTP: it comes with spaCy anyway, checks certificates, has time limits, and gives an answer piece by
piece. rdflib's SPARQLStore and SPARQLWrapper read the whole answer first, follow any redirect, have one time
limit for all, and take an error in the middle of an answer for its end.
"""

from kgraph.endpoint.address import is_url, show_source
from kgraph.endpoint.answers import Solutions, Term
from kgraph.endpoint.client import Endpoint, Progress
from kgraph.endpoint.limits import Limits

__all__ = ["Endpoint", "Limits", "Progress", "Solutions", "Term", "is_url", "show_source"]
