"""What a user would pick instead of Fitmesh, each set up for production; see "Peers" in bench/README.md."""
import json
import os
import re
import shutil
import urllib.parse

from . import processes
from .paths import BENCH, Failure, WORK
from .peer_queries import TEXTS
from .servers import Server

SOURCES = BENCH / "peers"
BUILT = WORK / "peers"
POOL, WORKERS = 20, 2
VIRTUAL_THREADS_SINCE = 21
# Of all servers together, Fitmesh's own tasks and psql.
CONNECTIONS = 120


class Peer(Server):
    """Answers the queries in its own words."""
    path = "/graphql"

    def body(self, query, values):
        return json.dumps({"query": TEXTS[self.name][query.number], "variables": values})


class PostGraphile(Peer):
    """A cluster of Node.js: the process that started it hands the connections out, its children answer."""

    def __init__(self, name, database):
        self.name = name
        port = processes.free_port()
        super().__init__(port)
        folder = _installed(name)
        environment = {
            **os.environ, "NODE_ENV": "production", "GRAPHILE_ENV": "production", "DATABASE_URL": database.url,
            "PORT": str(port), "WORKERS": str(WORKERS), "POOL": str(POOL)}
        self.child = processes.Child([str(folder / "node_modules" / ".bin" / "node"), str(folder / "server.js")], environment)
        self.child.line("ready")
        self.pid = self.child.process.pid

    def _family(self):
        return [self.pid, *processes.descendants(self.pid)]

    def cpu_seconds(self):
        return sum(processes.cpu_seconds(pid) for pid in self._family())

    def memory_mb(self, field):
        """The sum: pages that the processes share count for each."""
        return sum(processes.memory_mb(pid, field) for pid in self._family())


class Spring(Peer):
    """The jar that Spring Boot's plug-in makes; with virtual threads under the name spring-virtual."""

    def __init__(self, name, database, java, java_options):
        self.name = name
        if name == "spring-virtual":
            _require_virtual_threads(java)
        port = processes.free_port()
        super().__init__(port)
        url = urllib.parse.urlsplit(database.url)
        query = f"?{url.query}" if url.query else ""
        environment = {
            **os.environ, "SERVER_PORT": str(port), "SPRING_DATASOURCE_URL":
            f"jdbc:postgresql://{url.hostname}:{url.port or 5432}{url.path}{query}",
            "SPRING_DATASOURCE_USERNAME": urllib.parse.unquote(url.username or ""),
            "SPRING_DATASOURCE_PASSWORD": urllib.parse.unquote(url.password or ""),
            "SPRING_THREADS_VIRTUAL_ENABLED": str(name == "spring-virtual").lower(),
            "LOGGING_FILE_NAME": str(BUILT / f"{name}.log")}
        self.child = processes.Child([java, *java_options.split(), "-jar", str(_jar())], environment)
        self.child.line("ready")
        self.pid = self.child.process.pid


def start(names, database, options):
    """The peers of these names, in this order."""
    allowed = int(database.query("show max_connections"))
    if allowed < CONNECTIONS:
        raise Failure(f"The database allows {allowed} connections; all servers together need {CONNECTIONS} (max_connections).")
    started = []
    for name in names:
        print(f"starting {name} …", flush=True)
        if name.startswith("spring"):
            java = options.spring_java or processes.java("java")
            started.append(Spring(name, database, java, options.spring_options or options.java_options))
        else:
            started.append(PostGraphile(name, database))
    return started


def _require_virtual_threads(java):
    """Spring Boot would go on without them and say nothing."""
    found = re.search(r'version "(\d+)', processes.run([java, "-version"]))
    if not found or int(found.group(1)) < VIRTUAL_THREADS_SINCE:
        raise Failure(f"spring-virtual needs Java {VIRTUAL_THREADS_SINCE} or later: name one with --spring-java.")


def _installed(name):
    """The folder with the peer's packages, exactly those of its lock file."""
    processes.require("npm", "npm")
    folder, source = BUILT / name, SOURCES / name
    folder.mkdir(parents=True, exist_ok=True)
    lock, stamp = source / "package-lock.json", folder / "installed-lock.json"
    shutil.copy(source / "server.js", folder)
    if not stamp.exists() or stamp.read_text() != lock.read_text():
        print(f"installing {name} …", flush=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(source / file, folder)
        processes.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder)
        shutil.copy(lock, stamp)
    return folder


def _jar():
    jar = BUILT / "spring" / "spring.jar"
    newest = max(f.stat().st_mtime for f in (SOURCES / "spring").rglob("*") if f.is_file())
    if not jar.exists() or jar.stat().st_mtime < newest:
        print("building spring …", flush=True)
        maven = ["mvn", "-B", "-q", "-f", str(SOURCES / "spring" / "pom.xml"), "clean", "package"]
        try:
            processes.run([*maven, "-o"])
        except Failure:
            processes.run(maven)
    return jar


def versions():
    """For the result."""
    lines = []
    for name in ("postgraphile4", "postgraphile5"):
        wanted = json.loads((SOURCES / name / "package.json").read_text())["dependencies"]
        lines.append("{}: PostGraphile {postgraphile}, Node.js {node}".format(name, **wanted))
    pom = (SOURCES / "spring" / "pom.xml").read_text()
    boot = pom.split("<artifactId>spring-boot-starter-parent</artifactId>")[1].split("<version>")[1].split("<")[0]
    return [*lines, f"spring: Spring Boot {boot}, spring-virtual: the same with virtual threads"]
