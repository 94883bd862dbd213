"""One measurement: wrk against one server, and the CPU that the two sides used meanwhile."""
import json
import statistics
from dataclasses import dataclass, fields

from . import processes
from .paths import BENCH, Failure, WORK


@dataclass(frozen=True)
class Measurement:
    """Rates per second, times in ms, CPU in µs per request, memory in MB; None: not known."""
    rps: float
    p50: float
    p99: float
    jvm_cpu: float
    postgres_cpu: float | None
    rss: float
    requests: int
    errors: int


class Load:
    """How wrk is called."""

    def __init__(self, connections, threads, database):
        self.connections, self.threads, self.database = connections, threads, database
        (WORK / "requests").mkdir(parents=True, exist_ok=True)

    def wrk(self, server, name, bodies, seconds):
        """Runs wrk; answers what request.lua printed."""
        file = WORK / "requests" / f"{server.name}-{name}.txt"
        file.write_text("\n".join(bodies) + "\n")
        headers = [text for header in server.headers.items() for text in header]
        output = processes.run([
            "wrk", f"-t{self.threads}", f"-c{self.connections}", f"-d{seconds}s", "--timeout", "10s", "--latency",
            "-s", str(BENCH / "request.lua"), server.url, "--", str(file), *headers])
        for line in output.splitlines():
            if line.startswith("measured "):
                return json.loads(line.removeprefix("measured "))
        raise Failure("wrk said:\n" + output)

    def measure(self, server, query, seconds):
        bodies = [server.body(query, values) for values in query.values()]
        jvm, postgres = server.cpu_seconds(), self.database.cpu_seconds()
        result = self.wrk(server, query.number, bodies, seconds)
        jvm = server.cpu_seconds() - jvm
        postgres = None if postgres is None else self.database.cpu_seconds() - postgres
        rss = server.memory_mb("VmRSS")
        requests = max(result["requests"], 1)
        return Measurement(
            rps=result["requests"] / result["seconds"], p50=result["p50"], p99=result["p99"],
            jvm_cpu=jvm / requests * 1e6, postgres_cpu=None if postgres is None else postgres / requests * 1e6,
            rss=rss, requests=result["requests"], errors=result["errors"])


def median(measurements):
    """Of each figure by itself; the sum of the requests and errors, the greatest of the memory."""
    columns = {f.name: [getattr(m, f.name) for m in measurements] for f in fields(Measurement)}
    joined = {"requests": sum, "errors": sum, "rss": max}
    return Measurement(**{
        name: None if None in values else joined.get(name, statistics.median)(values)
        for name, values in columns.items()})
