"""What the drills run on: PostgreSQL as a careful owner runs it, a receiver, Hygraph's stand-in, nodes."""
import json
import os
import shutil
import signal
import urllib.request

from .. import processes
from ..paths import BENCH, DEV, Failure, WAR, WORK

SECRET = "bench-admin-secret"
TOKEN = "bench-hygraph-token"
FOLDER = WORK / "events"
CAREFUL = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=100")
JAVA_OPTIONS = "-Xms192m -Xmx512m -Xmn128m -XX:+UseSerialGC -Djdk.nio.maxCachedBufferSize=65536"


def java(program, *arguments, environment=None):
    return processes.Child([
        processes.java("java"), "-Xmx256m", "-XX:+UseSerialGC", "-cp", f"{DEV}/lib/*",
        str(BENCH / "start" / program), *map(str, arguments)], environment)


class Postgres:
    """Durable, unlike the other benchmark's: what is committed must outlive a crash."""

    def __init__(self):
        self.data = FOLDER / "postgres"
        shutil.rmtree(self.data, ignore_errors=True)
        self.port = processes.free_port()
        self.start()

    def start(self):
        self.child = java("Database.java", self.data, self.port, *CAREFUL)
        self.url = self.child.line("postgres://")

    def crash(self):
        """SIGQUIT to the postmaster is pg_ctl's immediate mode: no checkpoint, recovery at the next start."""
        os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
        processes.wait_for("PostgreSQL has ended", lambda: not (self.data / "postmaster.pid").exists(), 30)
        self.child.end()

    def query(self, sql):
        return processes.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-c", sql]).strip()

    def number(self, sql):
        return int(self.query(sql))


class Receiver:
    """Webhooks that write down each delivery; what is answered depends on the path."""

    def __init__(self):
        self.log = FOLDER / "deliveries.tsv"
        self.child = java("Receiver.java", self.log)
        self.base = f"http://127.0.0.1:{self.child.line()}"
        self.read = 0

    def forget(self):
        self.read = self.log.stat().st_size

    def deliveries(self):
        """What came since forget(): lists of micros, path, event id, current_retry, created_at, row id."""
        with open(self.log) as file:
            file.seek(self.read)
            lines = file.read().splitlines()
        rows = [line.split("\t") for line in lines]
        return [[int(r[0]), r[1], r[2], int(r[3]), r[4], r[5]] for r in rows if len(r) == 6 and r[3] != "-"]


class Hygraph:
    def __init__(self):
        self.endpoint = java("Hygraph.java", TOKEN).line("http")
        self.base = "/".join(self.endpoint.split("/")[:3])

    def requests(self):
        with urllib.request.urlopen(f"{self.base}/_standin/requests", timeout=10) as reply:
            return json.load(reply)["count"]


class Node:
    """One server process on the shared database."""

    def __init__(self, name, postgres, hygraph):
        self.name, self.port = name, processes.free_port()
        self.environment = {
            **os.environ, "HASURA_GRAPHQL_DATABASE_URL": postgres.url, "HASURA_GRAPHQL_ADMIN_SECRET": SECRET,
            "HYGRAPH_ENDPOINT": hygraph.endpoint, "HYGRAPH_FULL_ACCESS_TOKEN": TOKEN,
            "FITMESH_WEBHOOK_PRIVATE_ADDRESSES": "true"}
        self.child = self.pid = None

    def start(self):
        self.launch()
        self.await_up()

    def launch(self):
        self.child = java("Limit.java", DEV, WAR, self.port, FOLDER / f"{self.name}.log", FOLDER / f"{self.name}-tmp",
                          *JAVA_OPTIONS.split(), environment=self.environment)
        self.pid = processes.wait_for(f"{self.name} runs", self._server, 30)

    def _server(self):
        for pid in processes.children(self.child.process.pid):
            if "payara-micro.jar" in open(f"/proc/{pid}/cmdline").read():
                return pid
        return None

    def await_up(self):
        self.child.line()

    def is_up(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2) as reply:
                return reply.status == 200
        except OSError:
            return False

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.child.process.kill()
        self.child.process.wait(30)

    def end(self):
        self.child.end()

    def post(self, path, body, timeout=30):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", json.dumps(body).encode(),
            {"Content-Type": "application/json", "x-hasura-admin-secret": SECRET})
        try:
            with urllib.request.urlopen(request, timeout=timeout) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            raise Failure(f"{path} {body.get('type', '')}: {error.read().decode()[:500]}") from error

    def metadata(self, type_, **arguments):
        return self.post("/v1/metadata", {"type": type_, "args": {"source": "default", **arguments}})


class Stage:
    """Everything, with one node up and one user in the table."""

    def __init__(self):
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.postgres, self.receiver, self.hygraph = Postgres(), Receiver(), Hygraph()
        self.nodes = [Node(f"node-{n}", self.postgres, self.hygraph) for n in (1, 2)]
        self.first = self.nodes[0]
        self.first.start()
        self.postgres.query("insert into users (id, name) values ('auth0|bench', 'Bench') on conflict do nothing")

    def trigger(self, name, path, **options):
        """Inserts of sessions are told to that path of the receiver."""
        self.first.metadata(
            "pg_create_event_trigger", name=name, table={"schema": "public", "name": "sessions"},
            insert={"columns": "*"}, webhook=self.receiver.base + path, replace=False,
            retry_conf={"num_retries": 100, "interval_sec": 1, "timeout_sec": 10, **options})

    def drop(self, name):
        self.first.metadata("pg_delete_event_trigger", name=name)

    def pending(self, trigger=None):
        condition = f" and trigger_name = '{trigger}'" if trigger else ""
        return self.postgres.number(
            "select count(*) from fitmesh.event_log where not delivered and not error and not archived" + condition)

    def drained(self, trigger=None, seconds=300):
        processes.wait_for("all is delivered", lambda: self.pending(trigger) == 0, seconds)
