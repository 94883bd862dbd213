"""What deliveries say in numbers."""
from collections import Counter, defaultdict
from datetime import datetime, timezone


def created_micros(text):
    """created_at of a delivery: the database's time in UTC, without a zone."""
    moment = datetime.fromisoformat(text.rstrip("Z")).replace(tzinfo=timezone.utc)
    return int(moment.timestamp() * 1_000_000)


def latencies(deliveries):
    """Milliseconds from the insert's transaction to the first delivery of each event, in order."""
    first = {}
    for micros, _, event, _, created, _ in deliveries:
        first.setdefault(event, (micros - created_micros(created)) / 1_000)
    return sorted(first.values())


def percentile(values, share):
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def spread(values):
    return (f"p50 {percentile(values, .5):,.1f} ms, p95 {percentile(values, .95):,.1f} ms,"
            f" p99 {percentile(values, .99):,.1f} ms, greatest {values[-1]:,.1f} ms")


def duplicates(deliveries):
    """How many deliveries came beyond the first of their event, and whether a row ever came under two ids."""
    events, rows = Counter(), defaultdict(set)
    for _, _, event, _, _, row in deliveries:
        events[event] += 1
        rows[row].add(event)
    return sum(n - 1 for n in events.values()), sum(1 for ids in rows.values() if len(ids) > 1)


def waits(deliveries):
    """Seconds between the deliveries of each event: event → list."""
    times = defaultdict(list)
    for micros, _, event, _, _, _ in deliveries:
        times[event].append(micros)
    return {event: [round((b - a) / 1e6, 2) for a, b in zip(t, t[1:])] for event, t in times.items()}
