set local client_min_messages = warning;

-- How often each workout was logged. A table of that name that is there already keeps its rows, and gets what it lacks.
create table if not exists public.workout_popularity (
  slug text not null,
  constraint workout_popularity_pkey primary key (slug)
)
-- Room for new versions of a row beside the old one: counters change all the time.
with (fillfactor = 50);
alter table public.workout_popularity
  -- counted, one for each inserted session
  add column if not exists sessions bigint not null default 0,
  -- Hygraph's number before the first push; null until it was asked for
  add column if not exists baseline bigint,
  -- the popularity that needs no push any more: it was pushed, or Hygraph does not know the workout. Null while a push is
  -- under way, so that one whose end nobody saw is done again
  add column if not exists settled bigint,
  add column if not exists pushed_at timestamptz,
  -- since when Hygraph has had no published workout of that slug
  add column if not exists unknown_since timestamptz,
  -- the place in the queue: not asked for before, and the earliest first
  add column if not exists due_at timestamptz not null default now(),
  -- how often Hygraph refused this one since it took it last
  add column if not exists refusals integer not null default 0;
alter table public.workout_popularity
  add column if not exists popularity bigint generated always as (coalesce(baseline, 0) + sessions) stored;

-- The few that differ from what Hygraph was told, among however many slugs clients make up.
create index if not exists workout_popularity_due_idx on public.workout_popularity (due_at)
  where settled is distinct from popularity;

-- The events that were counted. An id stays as long as its event may come again.
create table if not exists fitmesh.counted_event (
  event_id uuid not null,
  counted_at timestamptz not null default now(),
  constraint counted_event_pkey primary key (event_id)
);
create index if not exists counted_event_counted_at_idx on fitmesh.counted_event (counted_at);

-- One row: whose turn it is to push, and when Hygraph may be asked next. Times are the database's, so that the clocks of
-- the nodes do not matter.
create table if not exists fitmesh.popularity_push (
  only_row boolean not null default true,
  leased_by uuid,
  leased_until timestamptz not null default 'epoch',
  next_request_at timestamptz not null default 'epoch',
  -- requests in a row that failed as a whole: the wait grows with them
  failures integer not null default 0,
  constraint popularity_push_pkey primary key (only_row),
  constraint popularity_push_one check (only_row)
);
insert into fitmesh.popularity_push (only_row) values (true) on conflict do nothing;
