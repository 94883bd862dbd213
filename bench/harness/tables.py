"""200 tables under 5 roles: what a change of the metadata costs those who ask meanwhile."""
import http.client
import json
import statistics
import threading
import time
import urllib.parse

from .paths import Failure
from .servers import SECRET

SCHEMA = "bench_tables"
COLUMNS = 10
ROWS = 50


def names(tables):
    return [f"item_{number:03d}" for number in range(1, tables + 1)]


def roles(number):
    return [f"bench_{letter}" for letter in "abcdefghijklmnop"[:number]]


def create(database, tables):
    """Tables that refer each to the one before, with a few rows."""
    statements = [f"drop schema if exists {SCHEMA} cascade", f"create schema {SCHEMA}"]
    before = None
    for name in names(tables):
        columns = ", ".join(f"value_{n} {('text', 'integer', 'timestamptz', 'jsonb')[n % 4]}" for n in range(1, COLUMNS + 1))
        parent = f", parent bigint references {SCHEMA}.{before}" if before else ", parent bigint"
        statements.append(f"create table {SCHEMA}.{name} (id bigint primary key, owner text not null, {columns}{parent})")
        statements.append(f"insert into {SCHEMA}.{name} (id, owner, value_4{', parent' if before else ''})"
                          f" select n, 'owner-' || n % 5, n::text{', n' if before else ''} from generate_series(1, {ROWS}) n")
        before = name
    database.query("; ".join(statements))


def drop(database):
    database.query(f"drop schema if exists {SCHEMA} cascade")


def document(tables, number_of_roles, changed):
    """The metadata; changed is a column of the first table that the first role may read or not."""
    entries, before = [], None
    for name in names(tables):
        entry = {"table": {"schema": SCHEMA, "name": name}, "configuration": {"custom_name": name}}
        columns = ["id", "owner", "parent"] + [f"value_{n}" for n in range(1, COLUMNS + 1)]
        if before:
            entry["object_relationships"] = [{"name": "above", "using": {"foreign_key_constraint_on": "parent"}}]
        entry["select_permissions"] = [select(role, columns, name, before) for role in roles(number_of_roles)]
        entry["insert_permissions"] = [{"role": role, "permission": {"check": {"owner": {"_eq": "X-Hasura-User-Id"}},
                                        "columns": columns}} for role in roles(number_of_roles)]
        entry["update_permissions"] = [{"role": role, "permission": {"filter": {"owner": {"_eq": "X-Hasura-User-Id"}},
                                        "columns": columns, "check": None}} for role in roles(number_of_roles)]
        entries.append(entry)
        before = name
    if not changed:
        first = entries[0]["select_permissions"][0]["permission"]
        first["columns"] = [column for column in first["columns"] if column != "value_1"]
    return {"version": 3, "sources": [{"name": "default", "kind": "postgres", "tables": entries,
            "configuration": {"connection_info": {"database_url": {"from_env": "HASURA_GRAPHQL_DATABASE_URL"}}}}]}


def select(role, columns, name, before):
    rows = {"owner": {"_eq": "X-Hasura-User-Id"}}
    if before and name.endswith("5"):
        rows = {"_or": [rows, {"above": rows}]}
    return {"role": role, "permission": {"columns": columns, "filter": rows, "allow_aggregations": True}}


class Client:
    """One connection that is kept, but for long pauses: the server closes what is idle."""

    IDLE_SECONDS = 10

    def __init__(self, server):
        self.host = urllib.parse.urlsplit(server.url).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self.used = time.monotonic()

    def post(self, path, body, headers):
        if time.monotonic() - self.used > self.IDLE_SECONDS:
            self.connection.close()
        self.used = time.monotonic()
        self.connection.request("POST", path, json.dumps(body), {"x-hasura-admin-secret": SECRET, **headers})
        return json.loads(self.connection.getresponse().read())

    def metadata(self, kind, args):
        answer = self.post("/v1/metadata", {"type": kind, "args": args}, {})
        if "error" in answer:
            raise Failure(f"{kind}: {json.dumps(answer)[:500]}")
        return answer

    def ask(self, query, role):
        return self.post("/v1/graphql", {"query": query}, {"x-hasura-role": role, "x-hasura-user-id": "owner-1"})


class Clients:
    """Threads that ask at an even pace, all roles and tables in turn, and note how long each answer took."""

    def __init__(self, server, tables, number_of_roles, threads, rate):
        self.pause, self.server = threads / rate, server
        self.tables, self.roles = names(tables), roles(number_of_roles)
        self.times, self.failures, self.over = [], [], threading.Event()
        self.threads = [threading.Thread(target=self._run, args=(n,)) for n in range(threads)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def take(self):
        """The times in ms since the last call."""
        taken, self.times = self.times, []
        return taken

    def _run(self, number):
        client = Client(self.server)
        due = time.monotonic()
        while not self.over.is_set():
            table, role = self.tables[number % len(self.tables)], self.roles[number % len(self.roles)]
            query = f"{{ {table}(limit: 5, order_by: {{id: asc}}) {{ id owner value_4 }} }}"
            start = time.monotonic()
            try:
                answer = client.ask(query, role)
                if "data" not in answer:
                    self.failures.append(json.dumps(answer)[:300])
            except (OSError, http.client.HTTPException, ValueError) as failure:
                self.failures.append(repr(failure))
                client = Client(self.server)
            self.times.append((time.monotonic() - start) * 1000)
            number += 7
            due = max(due + self.pause, time.monotonic() - 1)
            time.sleep(max(0.0, due - time.monotonic()))


def percentile(times, share):
    return statistics.quantiles(times, n=1000)[int(share * 1000) - 1]


def seen_after(client, wanted):
    """Seconds until the changed column is there for the first role, or is gone."""
    start = time.monotonic()
    query = "{ item_001(limit: 1) { value_1 } }"
    while ("data" in client.ask(query, roles(1)[0])) != wanted:
        if time.monotonic() - start > 30:
            raise Failure("a change was not seen within 30 s")
        time.sleep(0.01)
    return time.monotonic() - start
