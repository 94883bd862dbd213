"""Java code beside tables: the WAR with the benchmark's endpoints, and the queries that are compared."""
import os
import shutil
import zipfile

from . import processes
from .events.stage import Hygraph, TOKEN
from .paths import BENCH, DEV, Failure, ROOT, WAR, WORK
from .queries import Query, _first_session
from .servers import SECRET, Server, versions

FIELDS = "{ id slug user { name } workout { title } }"
NUMBER = Query(1, "a scalar of Java code", "{ code_number }", lambda rng: {}, 10)
TABLE = Query(2, "100 sessions of the table, with user and workout",
              "query ($x: uuid!) { sessions(where: {id: {_gte: $x}}, order_by: {id: asc}, limit: 100) " + FIELDS + " }",
              lambda rng: {"x": _first_session(rng)}, 1)
CODE = Query(3, "100 sessions that Java code returned, with user and workout",
             "query ($x: uuid!) { code_sessions(x: $x, limit: 100) " + FIELDS + " }",
             lambda rng: {"x": _first_session(rng)}, 1)
QUERIES = [NUMBER, TABLE, CODE]


def war():
    """The WAR under test with one more jar."""
    wanted = versions()
    properties = [f"-D{n}={wanted[n]}" for n in ("jakartaee.version", "microprofile.version")]
    maven = ["mvn", "-B", "-q", "-f", str(BENCH / "endpoints" / "pom.xml"), *properties, "clean", "package"]
    try:
        processes.run([*maven, "-o"])
    except Failure:
        processes.run(maven)
    copy = WORK / "endpoints" / "fitmesh.war"
    shutil.copy(WAR, copy)
    with zipfile.ZipFile(copy, "a") as archive:
        archive.write(WORK / "endpoints" / "endpoints.jar", "WEB-INF/lib/endpoints.jar")
    return copy


class Fitmesh(Server):
    """That WAR, with Hygraph's stand-in beside it."""
    name, path = "fitmesh", "/v1/graphql"
    headers = {"x-hasura-admin-secret": SECRET}

    def __init__(self, database, java_options):
        port = processes.free_port()
        super().__init__(port)
        environment = {
            **os.environ, "HASURA_GRAPHQL_DATABASE_URL": database.url, "HASURA_GRAPHQL_ADMIN_SECRET": SECRET,
            "HYGRAPH_ENDPOINT": Hygraph().endpoint, "HYGRAPH_FULL_ACCESS_TOKEN": TOKEN}
        self.child = processes.Child([
            processes.java("java"), "-Xmx256m", "-XX:+UseSerialGC", "-cp", f"{DEV}/lib/*",
            str(BENCH / "start" / "Limit.java"), str(DEV), str(war()), str(port), str(WORK / "endpoints.log"),
            str(WORK / "endpoints-tmp"), *java_options.split()], environment)
        self.pid = int(self.child.line())

    def body(self, query, values):
        return query.fitmesh_body(values)


def rows(server, database, load, alone, seconds):
    """(promise, what was seen, kept) of each promise. alone: a load of one connection."""
    answers = [server.ask(server.body(query, TABLE.values(count=1)[0])) for query in (TABLE, CODE)]
    if answers[0].split(b":", 2)[2] != answers[1].split(b":", 2)[2]:
        raise Failure(f"table and code answer differently: {answers[0][:300]} {answers[1][:300]}")
    number = load.measure(server, NUMBER, seconds)
    taken = {query: [] for query in (TABLE, CODE)}
    for _ in range(3):
        for query in (TABLE, CODE):
            taken[query].append(alone.measure(server, query, seconds))
    table, code = (sorted(m.p50 for m in taken[query])[1] for query in (TABLE, CODE))
    busy = {query: load.measure(server, query, seconds) for query in (TABLE, CODE)}
    return [
        ("a code query of one scalar: >= 3,000 requests/s with 32 connections",
         f"{number.rps:,.0f}/s, p50 {number.p50:.1f} ms, p99 {number.p99:.1f} ms, {number.jvm_cpu:,.0f} µs of CPU of the JVM"
         f" each, {number.errors} errors", number.rps >= 3_000 and number.errors == 0),
        ("100 entities of code with user {name} and workout {title}: within 2 ms p50 of the table query",
         f"one connection: {code:.2f} ms beside {table:.2f} ms; 32 connections: {busy[CODE].rps:,.0f}/s, p50"
         f" {busy[CODE].p50:.1f} ms beside {busy[TABLE].rps:,.0f}/s, p50 {busy[TABLE].p50:.1f} ms", code - table <= 2)]
