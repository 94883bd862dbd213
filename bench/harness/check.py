"""The servers must give the same answer before any is measured."""
import json

from .paths import Failure
from .peer_queries import aggregate, plain

SAMPLES = 25


def _read(server, query, values):
    text = server.ask(server.body(query, values))
    # Pairs instead of dictionaries: the order of the keys counts.
    answer = json.loads(text, object_pairs_hook=tuple)
    return answer, text


def healthy(server, query):
    """One answer, with data and without errors; returns its size in bytes."""
    answer, text = _read(server, query, query.values(seed=4, count=1)[0])
    data = dict(answer).get("data")
    if len(answer) != 1 or not data or data[0][1] in (None, (), [], (("nodes", []),)):
        raise Failure(f"query {query.number}: {server.name} answers {text[:500]!r}")
    return len(text)


def _comparable(answer, query):
    """What the database makes anew with each insert differs; the keys do not."""
    if not query.writes:
        return answer
    (data, ((field, row),)), = answer
    return data, field, [(key, None if key in ("id", "date_completed") else value) for key, value in row]


def same(fitmesh, limit, query):
    for values in query.values(seed=5, count=SAMPLES):
        answers = [_comparable(_read(server, query, values)[0], query) for server in (fitmesh, limit)]
        if answers[0] != answers[1]:
            texts = [_read(server, query, values)[1][:600].decode() for server in (fitmesh, limit)]
            raise Failure(f"query {query.number}: the answers differ\nfitmesh: {texts[0]}\nlimit:   {texts[1]}")


def same_rows(fitmesh, peer, query):
    """The same values under the peer's own names; what the database makes anew only has to be there."""
    for values in query.values(seed=6, count=SAMPLES):
        answers = [_rows(json.loads(server.ask(server.body(query, values))), query) for server in (fitmesh, peer)]
        if answers[0] != answers[1]:
            texts = [str(answer)[:1_000] for answer in answers]
            raise Failure(f"query {query.number}: the rows differ\nfitmesh: {texts[0]}\n{peer.name}: {texts[1]}")


def _rows(answer, query):
    if "errors" in answer or not answer.get("data"):
        raise Failure(f"query {query.number}: {str(answer)[:500]}")
    rows = plain(next(iter(answer["data"].values())))
    if query.number == 5:
        return aggregate(rows)
    if query.writes:
        return {key: bool(value) if key in ("id", "date_completed") else value for key, value in rows.items()}
    return rows
