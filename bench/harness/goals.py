"""What Fitmesh is to reach beside the limit and the best peer, and whether it did."""
LIMIT = 0.85
# Of the best peer's rate: the database does nearly all of the work for 4 and 5.
PEER = {1: 1.5, 2: 1.5, 3: 1.5, 4: 1.0, 5: 1.0, 6: 1.5, 7: 1.5}
HEAD = ("| query | Fitmesh / limit | best peer | Fitmesh / best peer | goals | kept |\n"
        "| --- | --: | --- | --: | --- | --- |")


def lines(results, peers):
    """results: query → server's name → Measurement; peers: names. Queries without all of them are left out."""
    rows = [_row(query, by, peers) for query, by in results.items() if query.number in PEER and {"fitmesh", "limit"} <= by.keys()]
    return ["", "## Goals", "", HEAD, *rows]


def _row(query, by, peers):
    own = by["fitmesh"].rps
    best = max(peers, key=lambda name: by[name].rps)
    limit, peer = (own / max(by[name].rps, 1e-9) for name in ("limit", best))
    wanted = PEER[query.number]
    # Ahead means more than as fast.
    kept = limit >= LIMIT and (peer >= wanted if wanted > 1 else peer > 1)
    text = f"≥ {LIMIT} × limit, {f'≥ {wanted} × best peer' if wanted > 1 else 'ahead of the best peer'}"
    return (f"| {query.number} {query.title} | {limit:.2f} | {best} | {peer:.2f} | {text} | {'yes' if kept else '**no**'} |")
