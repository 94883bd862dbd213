"""Which form of a statement PostgreSQL answers fastest: pgbench, prepared, over the forms of each query."""
import re

from . import processes
from .paths import ALTERNATIVES, STATEMENTS, WORK

PARAMETERS = 5


def _files(query):
    yield "chosen", STATEMENTS / f"{query.number}.sql"
    for file in sorted(ALTERNATIVES.glob(f"{query.number}-*.sql")):
        yield file.stem.split("-", 1)[1], file


def _tps(database, query, file, seconds, clients, seed):
    """pgbench cannot vary texts within a run: the caller makes several runs."""
    script = WORK / "form.sql"
    script.write_text(re.sub(r"\$(\d+)", r":p\1", file.read_text()).rstrip() + ";\n")
    values = query.values(seed=seed, count=1)[0].values()
    variables = [text for i, value in enumerate(values, 1) for text in ("-D", f"p{i}={value}")]
    output = processes.run(["pgbench", "-n", "-M", "prepared", "-T", str(seconds), "-c", str(clients), "-f", str(script),
                            *variables, database.url])
    return float(re.search(r"tps = ([\d.]+)", output).group(1))


def compare(database, queries, seconds, clients=4):
    for query in queries:
        tps = {}
        for seed in range(PARAMETERS):
            for name, file in _files(query):
                tps.setdefault(name, []).append(_tps(database, query, file, seconds, clients, seed))
        print(f"\n{query.number} {query.title}: statements per second, median of {PARAMETERS} runs of {seconds} s")
        for name, values in sorted(tps.items(), key=lambda item: -sorted(item[1])[PARAMETERS // 2]):
            print(f"  {sorted(values)[PARAMETERS // 2]:10,.0f}  {name}", flush=True)
        if query.writes:
            database.clean()
