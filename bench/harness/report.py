"""The result as Markdown."""
import os
import platform
import re
from pathlib import Path

from . import processes
from .check import SAMPLES
from .servers import versions

HEAD = ("| query | server | rps | p50 ms | p99 ms | CPU µs server + PostgreSQL | answer bytes | errors | rps / limit | CPU / limit |\n"
        "| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |")


def _cpu_model():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return model.group(1) if model else platform.machine()


def _memory_gb():
    total = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text()).group(1)
    return round(int(total) * 1024 / 1e9)


def _commit():
    try:
        return processes.run(["git", "describe", "--always", "--dirty"], cwd=Path(__file__).parent).strip()
    except Exception:
        return "unknown"


def _machine():
    release = Path("/etc/os-release").read_text()
    system = re.search(r'PRETTY_NAME="(.*)"', release).group(1)
    return f"Machine: {os.cpu_count()} × {_cpu_model()}, {_memory_gb()} GB, {system}, Linux {platform.release()}"


def _server(java_options):
    java = processes.run([processes.java("java"), "-version"]).splitlines()[0]
    return f"Server: Payara Micro {versions()['payara.version']}, `{java_options}`, {java}"


def _facts(options, database, load_before):
    settings = database.settings()
    server = settings.pop("server_version").split()[0]
    return [
        f"Date: {options.date}",
        f"Fitmesh: {_commit()}",
        f"{_machine()}; load average before the start {load_before:.2f}",
        _server(options.java_options),
        f"PostgreSQL {server}{'' if database.own else ' (given)'}: " + ", ".join(f"{k} {v}" for k, v in settings.items()),
        f"Load: wrk, {options.threads} thread(s), {options.connections} connections, {options.duration} s per measurement,"
        f" median of {options.rounds} round(s); warm-up {options.warmup} s of mixed load over 2 connections per server"]


def _row(query, server, figures, limit, size):
    postgres = "?" if figures.postgres_cpu is None else f"{figures.postgres_cpu:,.0f}"
    ratio = cpu = "–"
    if limit and server != "limit":
        ratio = f"**{figures.rps / limit.rps:.2f}**" if limit.rps else "?"
        both = figures.jvm_cpu + (figures.postgres_cpu or 0)
        cpu = f"{both / max(limit.jvm_cpu + (limit.postgres_cpu or 0), 1e-9):.2f}"
    return (f"| {query.number} {query.title} | {server} | {figures.rps:,.0f} | {figures.p50:.1f} | {figures.p99:.1f}"
            f" | {figures.jvm_cpu:,.0f} + {postgres} | {size:,} | {figures.errors} | {ratio} | {cpu} |")


def markdown(options, database, results, sizes, memory, load_before, peers=(), goals=()):
    """results: query → server's name → Measurement; memory: server's name → (RSS, peak) in MB; peers: what they are;
    goals: lines after the table."""
    lines = ["# Benchmark" + (f": {options.name}" if options.name else ""), ""]
    lines += ["- " + fact for fact in [*_facts(options, database, load_before), *peers]]
    if len(memory) > 1:
        lines.append(f"- Answers: the same from all servers, {SAMPLES} compared for each query before")
    for name, (rss, peak) in memory.items():
        lines.append(f"- Memory of {name} under this load: RSS {rss:,.0f} MB, peak {peak:,.0f} MB")
    lines += ["", HEAD]
    for query, servers in results.items():
        for name, figures in servers.items():
            lines.append(_row(query, name, figures, servers.get("limit"), sizes[query, name]))
    lines += [*goals, "", "How it was measured and what it does not say: [bench/README.md](../README.md).", ""]
    return "\n".join(lines)


def side_by_side(options, database, load_before, servers, results):
    """servers: name → (starts in s, RSS idle, RSS under load, peak in MB); results: query → name → Measurement."""
    java = processes.run([processes.java("java"), "-version"]).splitlines()[0]
    known = versions()
    facts = _facts(options, database, load_before)
    facts[3] = (f"Servers: Payara Micro {known['payara.version']}, Open Liberty {known['openliberty.version']},"
                f" `{options.java_options}`, {java}")
    lines = [f"# Servers: {options.name}", "", *(f"- {fact}" for fact in facts), "",
             "| server | start to first answer, s | RSS idle, MB | RSS under load, MB | peak, MB |",
             "| --- | --- | --: | --: | --: |"]
    for name, (starts, idle, loaded, peak) in servers.items():
        lines.append(f"| {name} | {', '.join(f'{s:.1f}' for s in starts)} | {idle:,.0f} | {loaded:,.0f} | {peak:,.0f} |")
    lines += ["", "| query | server | rps | p50 ms | p99 ms | CPU µs JVM + PostgreSQL | errors |",
              "| --- | --- | --: | --: | --: | --: | --: |"]
    for query, by_name in results.items():
        for name, figures in by_name.items():
            postgres = "?" if figures.postgres_cpu is None else f"{figures.postgres_cpu:,.0f}"
            lines.append(f"| {query.number} {query.title} | {name} | {figures.rps:,.0f} | {figures.p50:.1f} | {figures.p99:.1f}"
                         f" | {figures.jvm_cpu:,.0f} + {postgres} | {figures.errors} |")
    lines += ["", "How it was measured: [bench/README.md](../README.md#servers).", ""]
    return "\n".join(lines)


def drills(options, postgres, java_options, rows):
    """rows: (promise, what was seen, kept)."""
    how = "with fsync and synchronous_commit on; receiver, load and all servers on this machine"
    return _promises("Events", options, f"PostgreSQL {postgres.split()[0]}, {how}", java_options, rows)


def code(options, postgres, java_options, rows):
    """The same of Java code."""
    how = "without fsync and synchronous_commit; load and all servers on this machine"
    return _promises("Java code", options, f"PostgreSQL {postgres.split()[0]}, {how}", java_options, rows)


def tables(options, postgres, rows):
    """The same of a large metadata."""
    how = "without fsync and synchronous_commit; load and both servers on this machine"
    load = f"Load: {options.threads} threads, {options.rate} requests/s, after {options.warmup} s of it"
    return _promises("Large metadata", options, f"PostgreSQL {postgres.split()[0]}, {how}. {load}", options.java_options, rows)


def _promises(title, options, database, java_options, rows):
    facts = [f"Date: {options.date}", f"Fitmesh: {_commit()}", _machine(), _server(java_options), database]
    lines = [f"# {title}: {options.name}", "", *(f"- {fact}" for fact in facts), "",
             "| promise | seen | kept |", "| --- | --- | --- |",
             *(f"| {promise} | {seen} | {'yes' if kept else '**no**'} |" for promise, seen, kept in rows), "",
             f"How it was measured: [bench/README.md](../README.md#{title.lower().replace(' ', '-')}).", ""]
    return "\n".join(lines)
