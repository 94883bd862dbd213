"""The queries in each peer's own schema, with the variables of queries.py, and their answers in Fitmesh's words."""
import re
from datetime import datetime, timezone

_POSTGRAPHILE_4 = {
    1: "query ($id: String!) { userById(id: $id) { id name createdAt lastSeen } }",
    2: "query ($user: String!) { allSessions(condition: {userId: $user}, orderBy: DATE_COMPLETED_DESC, first: 20)"
       " { nodes { id slug notes dateCompleted } } }",
    3: "query ($x: UUID!) { allSessions(filter: {id: {greaterThanOrEqualTo: $x}}, orderBy: ID_ASC, first: 100)"
       " { nodes { id slug dateCompleted userByUserId { name } } } }",
    4: "query ($x: String!) { allUsers(filter: {id: {greaterThanOrEqualTo: $x}}, orderBy: ID_ASC, first: 50)"
       " { nodes { id name sessionsByUserId(orderBy: DATE_COMPLETED_DESC, first: 3) { nodes { id slug dateCompleted } } } } }",
    5: "query ($s: String!) { allSessions(condition: {slug: $s}, orderBy: DATE_COMPLETED_DESC, first: 1)"
       " { totalCount nodes { dateCompleted } } }",
    6: "mutation ($user: String!, $slug: String!) { createSession(input: {session: {userId: $user, slug: $slug}})"
       " { session { id slug dateCompleted } } }",
    7: "query ($x: UUID!) { allSessions(filter: {id: {greaterThanOrEqualTo: $x}}, orderBy: ID_ASC, first: 1000)"
       " { nodes { id userId slug notes dateCompleted } } }",
    8: "mutation ($user: String!, $slug: String!) { createSession(input: {session: {userId: $user, slug: $slug}})"
       " { session { id slug userByUserId { name } } } }",
}
# Its `id` is Relay's: the column of that name is `rowId`.
_ROW_IDS = {"userById(id:": "userByRowId(rowId:", "{id: {": "{rowId: {", " ID_ASC": " ROW_ID_ASC", "{ id ": "{ rowId "}


def _with_row_ids(text):
    for of_4, of_5 in _ROW_IDS.items():
        text = text.replace(of_4, of_5)
    return text


_POSTGRAPHILE_5 = {number: _with_row_ids(text) for number, text in _POSTGRAPHILE_4.items()}
_SPRING = {
    1: "query ($id: ID!) { user(id: $id) { id name createdAt lastSeen } }",
    2: "query ($user: ID!) { sessionsOfUser(userId: $user, last: 20) { id slug notes dateCompleted } }",
    3: "query ($x: ID!) { sessions(from: $x, limit: 100) { id slug dateCompleted user { name } } }",
    4: "query ($x: ID!) { users(from: $x, limit: 50) { id name sessions { id slug dateCompleted } } }",
    5: "query ($s: String!) { sessionsAggregate(slug: $s) { totalCount: count maxDateCompleted } }",
    6: "mutation ($user: ID!, $slug: String!) { createSession(userId: $user, slug: $slug) { id slug dateCompleted } }",
    7: "query ($x: ID!) { sessions(from: $x, limit: 1000) { id userId slug notes dateCompleted } }",
    8: "mutation ($user: ID!, $slug: String!) { createSession(userId: $user, slug: $slug) { id slug user { name } } }",
}
_NAMES = {"row_id": "id", "user_by_user_id": "user", "sessions_by_user_id": "sessions"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)")

TEXTS = {"postgraphile4": _POSTGRAPHILE_4, "postgraphile5": _POSTGRAPHILE_5, "spring": _SPRING, "spring-virtual": _SPRING}


def _name(key):
    snake = re.sub(r"([A-Z])", lambda m: "_" + m.group(1).lower(), key)
    return _NAMES.get(snake, snake)


def _time(text):
    """A time with the zone written in any way, to the microsecond."""
    fraction = (re.search(r"\.(\d+)", text) or ["", ""])[1][:6].ljust(6, "0")
    zone = re.search(r"(Z|[+-]\d\d(:?\d\d)?)$", text).group(1)
    zone = "+0000" if zone == "Z" else zone.replace(":", "").ljust(5, "0")
    return datetime.strptime(f"{text[:19]}.{fraction}{zone}", "%Y-%m-%dT%H:%M:%S.%f%z").astimezone(timezone.utc)


def plain(value):
    """Rows in Fitmesh's words: no `nodes`, snake_case, times as times."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str):
        return _time(value) if _TIME.fullmatch(value) else value
    if not isinstance(value, dict):
        return value
    if value.keys() in ({"nodes"}, {"session"}):
        return plain(next(iter(value.values())))
    return {_name(key): plain(item) for key, item in value.items()}


def aggregate(value):
    """(count, max) of what `plain` gave for query 5."""
    if "aggregate" in value:
        return value["aggregate"]["count"], value["aggregate"]["max"]["date_completed"]
    if "nodes" in value:
        return value["total_count"], value["nodes"][0]["date_completed"]
    return value["total_count"], value["max_date_completed"]
