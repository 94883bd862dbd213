"""The queries, and requests with varying variables, the same for all servers; peers have their texts in peer_queries.py."""
import hashlib
import json
import random
from dataclasses import dataclass
from typing import Callable

USERS, SESSIONS, SLUGS = 10_000, 1_000_000, 20
BODIES = 2_000


def _md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def _user(rng):
    return "auth0|" + _md5(f"user {rng.randint(1, USERS)}")[:24]


def _slug(rng):
    return f"workout-{rng.randint(1, SLUGS):02d}"


def _first_user(rng):
    """Far enough from the end for a full page."""
    return f"auth0|{rng.randrange(0xf0):02x}{rng.randrange(16 ** 6):06x}"


def _first_session(rng):
    digits = f"{rng.randrange(0xf0):02x}{rng.getrandbits(120):030x}"
    return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])


@dataclass(frozen=True)
class Query:
    """One query: GraphQL for Fitmesh; for the limit its number and the values in the variables' order."""
    number: int
    title: str
    graphql: str
    variables: Callable
    weight: int  # share of the warm-up's requests: cheap queries come more often
    writes: bool = False

    def values(self, seed=1, count=BODIES):
        rng = random.Random(self.number * 1_000 + seed)
        return [self.variables(rng) for _ in range(count)]

    def fitmesh_body(self, values):
        return json.dumps({"query": self.graphql, "variables": values})

    def limit_body(self, values):
        return "\t".join([str(self.number), *values.values()])


QUERIES = [
    Query(1, "user by key",
          "query ($id: String!) { users_by_pk(id: $id) { id name created_at last_seen } }",
          lambda rng: {"id": _user(rng)}, 12),
    Query(2, "last 20 sessions of a user",
          "query ($user: String!) { sessions(where: {user_id: {_eq: $user}}, order_by: {date_completed: desc}, limit: 20)"
          " { id slug notes date_completed } }",
          lambda rng: {"user": _user(rng)}, 8),
    Query(3, "100 sessions with user {name}",
          "query ($x: uuid!) { sessions(where: {id: {_gte: $x}}, order_by: {id: asc}, limit: 100)"
          " { id slug date_completed user { name } } }",
          lambda rng: {"x": _first_session(rng)}, 4),
    Query(4, "50 users with their last 3 sessions",
          "query ($x: String!) { users(where: {id: {_gte: $x}}, order_by: {id: asc}, limit: 50)"
          " { id name sessions(order_by: {date_completed: desc}, limit: 3) { id slug date_completed } } }",
          lambda rng: {"x": _first_user(rng)}, 2),
    Query(5, "count and max for a slug",
          "query ($s: String!) { sessions_aggregate(where: {slug: {_eq: $s}})"
          " { aggregate { count max { date_completed } } } }",
          lambda rng: {"s": _slug(rng)}, 1),
    Query(6, "insert one",
          "mutation ($user: String!, $slug: String!) { insert_sessions_one(object: {user_id: $user, slug: $slug})"
          " { id slug date_completed } }",
          lambda rng: {"user": _user(rng), "slug": _slug(rng)}, 6, writes=True),
    Query(7, "1,000 rows flat",
          "query ($x: uuid!) { sessions(where: {id: {_gte: $x}}, order_by: {id: asc}, limit: 1000)"
          " { id user_id slug notes date_completed } }",
          lambda rng: {"x": _first_session(rng)}, 1),
    Query(8, "insert one, answer with user {name}",
          "mutation ($user: String!, $slug: String!) { insert_sessions_one(object: {user_id: $user, slug: $slug})"
          " { id slug user { name } } }",
          lambda rng: {"user": _user(rng), "slug": _slug(rng)}, 4, writes=True),
]
USUAL = [query.number for query in QUERIES if query.number <= 7]


def mixed(queries, body):
    """Bodies of all queries, shuffled, each as often as its weight says."""
    bodies = []
    for query in queries:
        bodies += [body(query, values) for values in query.values(seed=2, count=100 * query.weight)]
    random.Random(3).shuffle(bodies)
    return bodies
