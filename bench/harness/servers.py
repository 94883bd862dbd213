"""The servers: Fitmesh and the limit on the same server, with the same JVM options and pool."""
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from xml.etree import ElementTree

from . import processes
from .paths import BENCH, DEV, Failure, ROOT, WAR, WORK

SECRET = "bench-admin-secret"
START_SECONDS = 600

# What a server's command line has in it, by the name that FITMESH_DEV_SERVER takes.
KINDS = {"payara": "payara-micro.jar", "liberty": "ws-server.jar"}


class Server:
    """name, path of requests, headers as wrk's script takes them, and which form of a query's body."""
    name = path = None
    headers = {}

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}{self.path}"
        self.child = self.pid = None

    def answers(self, query):
        """Whether it knows the query."""
        return True

    def end(self):
        self.child.end()

    def cpu_seconds(self):
        """User and system time of all processes of the server, from their start on."""
        return processes.cpu_seconds(self.pid)

    def memory_mb(self, field):
        """VmRSS or VmHWM of all its processes."""
        return processes.memory_mb(self.pid, field)

    def ask(self, body):
        request = urllib.request.Request(self.url, body.encode(), {"Content-Type": "application/json", **self.headers})
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return reply.read()
        except urllib.error.HTTPError as error:
            raise Failure(f"{self.name} answers {body[:200]!r} with: {error} {error.read(500)}") from error
        except OSError as error:
            raise Failure(f"{self.name} answers {body[:200]!r} with: {error}") from error


class Fitmesh(Server):
    """The WAR as target/dev/run starts it, with its stand-ins for Hygraph and the token issuer beside it."""
    name, path = "fitmesh", "/v1/graphql"
    headers = {"x-hasura-admin-secret": SECRET}

    def __init__(self, database, java_options, kind="payara"):
        self.kind = kind
        port = processes.free_port()
        super().__init__(port)
        environment = {
            **os.environ, "HASURA_GRAPHQL_DATABASE_URL": database.url, "HASURA_GRAPHQL_ADMIN_SECRET": SECRET,
            "FITMESH_DEV_SERVER": kind, "PORT": str(port), "FITMESH_JAVA_OPTS": java_options, "FITMESH_DEV_WITH_PARENT": "true",
            "FITMESH_DEV_HYGRAPH_PORT": str(processes.free_port()), "FITMESH_DEV_ISSUER_PORT": str(processes.free_port()),
            **address(database.url)}
        self.child = processes.Child([str(DEV / "run")], environment)
        self.pid = processes.wait_for("a server under target/dev/run", self._server, START_SECONDS)
        self.first_answer = self._first_answer()
        self.child.line(f":{port}")

    def _server(self):
        for pid in processes.children(self.child.process.pid):
            if KINDS[self.kind] in open(f"/proc/{pid}/cmdline").read():
                return pid
        return None

    def _first_answer(self):
        """Seconds from the start of the server's process to the first answer with data."""
        body = '{"query": "{ users(limit: 1) { id } }"}'

        def answered():
            try:
                return b'"data"' in self.ask(body)
            except Failure:
                return False

        processes.wait_for("the first answer", answered, START_SECONDS, 0.05)
        return processes.age(self.pid)

    def body(self, query, values):
        return query.fitmesh_body(values)


class Limit(Server):
    """A bare servlet with one statement written by hand per query."""
    name, path = "limit", "/limit"

    def __init__(self, database, java_options):
        port = processes.free_port()
        super().__init__(port)
        environment = {**os.environ, "HASURA_GRAPHQL_DATABASE_URL": database.url}
        self.child = processes.Child([
            processes.java("java"), "-Xmx256m", "-XX:+UseSerialGC", "-cp", f"{DEV}/lib/*",
            str(BENCH / "start" / "Limit.java"), str(DEV), str(build_limit()), str(port), str(WORK / "limit.log"),
            str(WORK / "limit-tmp"), *java_options.split()], environment)
        self.pid = int(self.child.line())

    def body(self, query, values):
        return query.limit_body(values)


def address(url):
    """The same as Open Liberty's server.xml takes it."""
    parts = urllib.parse.urlsplit(url)
    return {"PGHOST": parts.hostname, "PGPORT": str(parts.port or 5432), "PGDATABASE": parts.path.lstrip("/"),
            "PGUSER": urllib.parse.unquote(parts.username or ""), "PGPASSWORD": urllib.parse.unquote(parts.password or "")}


class LimitRows(Server):
    """The limit's other path: plain rows from PostgreSQL, JSON written by the servlet. The same process."""
    name, path = "limit-rows", "/rows"
    QUERIES = (2, 7)

    def __init__(self, limit):
        super().__init__(urllib.parse.urlsplit(limit.url).port)
        self.child, self.pid = limit.child, limit.pid

    def answers(self, query):
        return query.number in self.QUERIES

    def body(self, query, values):
        return query.limit_body(values)


def require_build(*files):
    for file in (DEV / "run", DEV / "payara-micro.jar", WAR, *files):
        if not file.exists():
            raise Failure(f"{file.relative_to(ROOT)} is missing: build first (mvn package -DskipTests).")


def versions():
    """The version properties of Fitmesh's pom."""
    tree = ElementTree.parse(ROOT / "pom.xml")
    names = tree.getroot().find("{*}properties")
    return {re.sub(r"^{.*}", "", p.tag): p.text for p in names}


def build_limit():
    """Builds the limit's WAR, with the versions of Fitmesh's own pom, unless it is newer than its sources."""
    war = WORK / "limit" / "limit.war"
    config = ROOT / "src" / "main" / "java" / "org" / "fitmesh" / "config"
    sources = [ROOT / "pom.xml", *config.glob("*.java"), *(BENCH / "limit").rglob("*")]
    newest = max(f.stat().st_mtime for f in sources if f.is_file())
    if war.exists() and war.stat().st_mtime > newest:
        return war
    print("building the limit …", flush=True)
    wanted = versions()
    properties = [f"-D{n}={wanted[n]}" for n in ("postgresql.version", "jakartaee.version", "microprofile.version")]
    maven = ["mvn", "-B", "-q", "-f", str(BENCH / "limit" / "pom.xml"), *properties, "clean", "package"]
    try:
        processes.run([*maven, "-o"])
    except Failure:
        processes.run(maven)
    return war
