"""A graph kept by a server elsewhere: asked, copied and changed by SPARQL 1.1 Query, Update and Graph Store Protocol.

httpx speaks HTTP: it comes with spaCy anyway, checks certificates, has time limits, and gives an answer piece by
piece. rdflib's SPARQLStore (7.6) and SPARQLWrapper (2.0) read the whole answer first, whatever its size, and follow
a redirect to any other server with the user's password. The former takes no time limit, the latter one for each
silence, so that an answer that trickles lasts as long as it likes.
"""

from kgraph.endpoint.address import is_url, show_source
from kgraph.endpoint.answers import Solutions, Term
from kgraph.endpoint.client import Endpoint, Progress
from kgraph.endpoint.limits import Limits

__all__ = ["Endpoint", "Limits", "Progress", "Solutions", "Term", "is_url", "show_source"]
