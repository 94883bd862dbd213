"""The drills. Each takes the stage, prints what it does, and answers (promise, what was seen, kept) rows."""
import time

from .. import processes
from . import figures
from .load import Inserts

MICROS = 1_000_000


def say(text):
    print(f"  {text}", flush=True)


def sessions(stage):
    return stage.postgres.number("select count(*) from sessions")


def empty(stage):
    stage.postgres.query("truncate fitmesh.event_log, fitmesh.event_invocation_log; truncate sessions;")
    stage.receiver.forget()


def warm(stage):
    """A JVM gets faster over minutes; what is measured is a server that has worked for three."""
    stage.trigger("warm", "/ok/warm")
    Inserts([stage.first], 36_000, rate=300).join()
    Inserts([stage.first], 30_000, rate=500).join()
    stage.drained()
    stage.drop("warm")
    empty(stage)


def latency(stage):
    stage.trigger("webhook", "/ok/webhook")
    rows = []
    for title, count, rate, limit in (("idle: 2 inserts/s", 80, 2, 100), ("500 inserts/s", 10_000, 500, 1_500)):
        empty(stage)
        load = Inserts([stage.first], count, rate).join()
        stage.drained("webhook")
        times = figures.latencies(stage.receiver.deliveries())
        p95 = figures.percentile(times, .95)
        rows.append((f"commit to webhook, {title}: p95 <= {limit:,} ms",
                     f"{figures.spread(times)}; {len(times):,} events, {count / load.seconds:,.0f} inserts/s",
                     p95 <= limit and len(times) == count))
    stage.drop("webhook")
    return rows


def drain(stage, backlog=50_000):
    stage.trigger("webhook", "/ok/webhook")
    empty(stage)
    stage.first.end()
    say(f"{backlog:,} inserts while no node is up")
    stage.postgres.query(
        f"insert into sessions (user_id, slug) select 'auth0|bench', 'fran' from generate_series(1, {backlog})")
    stage.postgres.query("vacuum analyze fitmesh.event_log")
    stage.first.start()
    stage.drained("webhook")
    arrivals = sorted(d[0] for d in stage.receiver.deliveries())
    seconds = (arrivals[-1] - arrivals[0]) / MICROS
    stage.drop("webhook")
    return [(f"one node drains a backlog of {backlog:,}: >= 1,000 deliveries/s",
             f"{len(arrivals):,} deliveries in {seconds:.1f} s: {len(arrivals) / seconds:,.0f}/s, from a cold start",
             len(arrivals) / seconds >= 1_000 and len(arrivals) >= backlog)]


def kill(stage, inserts=10_000, seconds=120, pause=5):
    """Every five seconds the node that has been up the longest is killed and started again: often none is up."""
    stage.trigger("webhook", "/ok/webhook")
    stage.nodes[1].start()
    empty(stage)
    before = popularity(stage)
    load = Inserts(stage.nodes, inserts, rate=inserts / seconds)
    begin, kills, leased = time.monotonic(), 0, 0
    up = list(stage.nodes)
    while time.monotonic() < begin + seconds:
        time.sleep(pause)
        up += [node for node in stage.nodes if node not in up and node.is_up()]
        if not up:
            continue
        victim = up.pop(0)
        leased += stage.postgres.number("select count(*) from fitmesh.event_log where leased_until > now()")
        victim.kill()
        kills += 1
        victim.launch()
    load.join()
    say("waiting for leases of the dead to run out")
    stage.drained(seconds=300)
    deliveries = [d for d in stage.receiver.deliveries() if d[1] == "/ok/webhook"]
    rows, twice_named = sessions(stage), figures.duplicates(deliveries)
    delivered = len({d[5] for d in deliveries})
    counted = popularity(stage) - before
    stage.drop("webhook")
    return [("two nodes, one killed with SIGKILL again and again: 0 events lost",
             f"{kills} kills in {seconds} s, of whichever was up, at a look each {pause} s (a start takes longer); {rows:,} rows,"
             f" {delivered:,} delivered, {load.failed:,} requests of the clients failed and were sent again",
             delivered == rows),
            ("duplicates only with the same id, at most what was in flight at the kills",
             f"{twice_named[0]} deliveries came twice, {twice_named[1]} rows under two ids; {leased} events were leased at the"
             " kills", twice_named[0] <= leased and twice_named[1] == 0),
            ("the popularity counters are exact", f"counted {counted:,} of {rows:,}", counted == rows)]


def popularity(stage):
    return stage.postgres.number("select coalesce(sum(sessions), 0) from workout_popularity")


FAULTS = ("500", "429", "301", "reset", "hang", "garbage")


def faults(stage, seconds=20, rate=50):
    """The p95 of a good receiver beside another that is good too, then beside the same when it is bad, and when the bad one was asked again."""
    stage.trigger("good", "/ok/good")
    alone = good_p95(stage, seconds, rate)
    rows, before = [], beside_good(stage, seconds, rate)
    for fault in FAULTS:
        stage.trigger("bad", f"/{fault}/bad", num_retries=2, interval_sec=3, timeout_sec=2)
        # The JVM compiles anew what has never failed so far; a receiver that is bad is bad for longer.
        good_p95(stage, seconds // 2, rate)
        beside = good_p95(stage, seconds, rate)
        if fault == "429":
            # Each Retry-After asks for one more delivery, so these never end.
            time.sleep(5)
        else:
            stage.drained("bad", seconds=180)
        bad = [d for d in stage.receiver.deliveries() if d[1].endswith("/bad")]
        waits = [w for each in figures.waits(bad).values() for w in each]
        tries = sorted({d[3] for d in bad})
        stage.drop("bad")
        after = beside_good(stage, seconds, rate)
        kept = beside <= 1.2 * max(before, after)
        say(f"{fault}: {beside:.1f} ms; {before:.1f} and {after:.1f} ms beside a good one")
        rows.append((f"a receiver that answers {fault}: another trigger's p95 within 20 % of that beside a good one",
                     f"{beside:.1f} ms; beside a good one {before:.1f} ms before, {after:.1f} ms after, without a second"
                     f" trigger {alone:.1f} ms; it was asked with current_retry {tries}, after {min(waits, default=0):.2f} to"
                     f" {max(waits, default=0):.2f} s", kept))
        before = after
    stage.drop("good")
    return rows


def beside_good(stage, seconds, rate):
    """What a second trigger costs by itself: its events are captured, taken and sent too."""
    stage.trigger("second", "/ok/second")
    p95 = good_p95(stage, seconds, rate)
    stage.drop("second")
    return p95


def good_p95(stage, seconds, rate):
    empty(stage)
    Inserts([stage.first], seconds * rate, rate).join()
    stage.drained("good")
    good = [d for d in stage.receiver.deliveries() if d[1] == "/ok/good"]
    return figures.percentile(figures.latencies(good), .95)


def postgres(stage, rate=200):
    stage.trigger("webhook", "/ok/webhook")
    empty(stage)
    load = Inserts([stage.first], rate * 30, rate)
    time.sleep(10)
    stage.postgres.crash()
    stage.postgres.start()
    up = time.time()
    load.join()
    stage.drained(seconds=300)
    deliveries = stage.receiver.deliveries()
    rows, delivered = sessions(stage), len({d[5] for d in deliveries})
    first = min(d[0] for d in deliveries if d[0] > up * MICROS) / MICROS - up
    stage.drop("webhook")
    return [("PostgreSQL crashed (immediate mode) in the middle: nothing lost, delivery goes on within 10 s",
             f"{rows:,} rows, {delivered:,} delivered, {figures.duplicates(deliveries)[0]} twice; first delivery {first:.1f} s"
             " after PostgreSQL was back", delivered == rows and first <= 10)]


def exact(stage, threads=50, each=200):
    empty(stage)
    before, requests = popularity(stage), stage.hygraph.requests()
    load = Inserts([stage.first], threads * each, threads=threads).join()
    stage.drained()
    counted = [popularity(stage) - before]
    for _ in range(2):
        stage.postgres.query("update fitmesh.event_log set delivered = false, due_at = now()")
        stage.drained()
        counted.append(popularity(stage) - before)
    wanted = "select count(*) from workout_popularity where settled is distinct from popularity"
    processes.wait_for("all is pushed", lambda: stage.postgres.number(wanted) == 0, 120)
    asked = stage.hygraph.requests() - requests
    total = threads * each
    return [(f"{threads} threads × {each} sessions, their events replayed twice: the counter says exactly {total:,}",
             f"{counted[0]:,}, then {counted[1]:,} and {counted[2]:,}; {total / load.seconds:,.0f} inserts/s",
             counted == [total] * 3),
            ("requests to Hygraph <= 1 % of the inserts", f"{asked} requests for {total:,} inserts", asked <= total / 100)]


DRILLS = {"latency": latency, "drain": drain, "faults": faults, "postgres": postgres, "exact": exact, "kill": kill}
