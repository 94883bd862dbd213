"""Both servers must give the same answer before either is measured."""
import json

from .paths import Failure

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
    if len(answer) != 1 or not data or data[0][1] in (None, (), []):
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
