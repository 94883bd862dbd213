-- Who is to be told of which change. Written by triggers in the transaction of the change, or by an administrator (MANUAL).
create table if not exists fitmesh.event_log (
  id uuid not null default gen_random_uuid(),
  -- tells the older from the newer where created_at is the same
  position bigint generated always as identity,
  trigger_name text not null,
  schema_name text not null,
  table_name text not null,
  -- what stands under "event" in the delivery: op, data {old, new}, session_variables, trace_context
  payload jsonb not null,
  -- the primary key as JSON, of triggers that keep an order per row
  row_key text,
  created_at timestamptz not null default now(),
  delivered boolean not null default false,
  error boolean not null default false,
  archived boolean not null default false,
  tries integer not null default 0,
  -- not delivered before; moves with each retry
  due_at timestamptz not null default now(),
  -- the node that is delivering it, and until when nobody else may
  leased_by uuid,
  leased_until timestamptz,
  constraint event_log_pkey primary key (id)
)
with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- The few that are not through, among millions that are. A lease is not in it: taking one must not move the row.
create index if not exists event_log_pending_idx on fitmesh.event_log (trigger_name, due_at, position)
  where not delivered and not error and not archived;
create index if not exists event_log_pending_row_idx on fitmesh.event_log (trigger_name, row_key, position)
  where row_key is not null and not delivered and not error and not archived;
-- "The last events of this trigger".
create index if not exists event_log_trigger_idx on fitmesh.event_log (trigger_name, created_at, position);
-- Those that were given up, which are shown and repeated together, and the oldest, which are removed first.
create index if not exists event_log_failed_idx on fitmesh.event_log (trigger_name, created_at, position)
  where error and not archived;
create index if not exists event_log_done_idx on fitmesh.event_log (created_at) where delivered or archived;

-- Each delivery and what came of it. The body that was sent is not repeated: it is event_log's, but for current_retry.
create table if not exists fitmesh.event_invocation_log (
  id uuid not null default gen_random_uuid(),
  event_id uuid not null,
  trigger_name text not null,
  -- delivery_info of that delivery
  current_retry integer not null,
  max_retries integer not null,
  -- of the answer; null when there was none
  status integer,
  -- as Hasura shows them: secrets by the name of their setting
  request_headers jsonb not null,
  -- {type, data, version}, the body's first 4 KB
  response jsonb not null,
  created_at timestamptz not null default now(),
  constraint event_invocation_log_pkey primary key (id)
)
with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

create index if not exists event_invocation_log_event_idx on fitmesh.event_invocation_log (event_id, created_at);
create index if not exists event_invocation_log_trigger_idx on fitmesh.event_invocation_log (trigger_name, created_at);

-- The columns of a row that a trigger asks for. One that is gone is left out: a write must not fail for it.
create or replace function fitmesh.columns_of(row_ jsonb, columns text[]) returns jsonb
  language sql
  immutable strict parallel safe
as $$
  select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(row_) e where e.key = any (columns);
$$;

-- A number as text, and the numbers of an array.
create or replace function fitmesh.number_as_text(value jsonb) returns jsonb
  language plpgsql
  immutable strict parallel safe
as $$
begin
  if jsonb_typeof(value) = 'number' then
    return to_jsonb(value #>> '{}');
  end if;
  if jsonb_typeof(value) = 'array' then
    return coalesce(
      (select jsonb_agg(fitmesh.number_as_text(e.value) order by e.n) from jsonb_array_elements(value) with ordinality e(value, n)),
      '[]');
  end if;
  return value;
end;
$$;

-- The row with the numbers of those columns as text, as HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES asks for.
create or replace function fitmesh.stringified(row_ jsonb, columns text[]) returns jsonb
  language sql
  immutable strict parallel safe
as $$
  select row_ || coalesce(
    (select jsonb_object_agg(e.key, fitmesh.number_as_text(e.value)) from jsonb_each(row_) e where e.key = any (columns)), '{}');
$$;

-- Writes an event. Arguments: the event trigger's name, its table's schema and name (a partition has others), then lists of
-- columns as array literals, each empty for none: those of the payload (empty: all), those whose numbers become text, those
-- of the primary key (for an order per row).
-- Runs as its owner: whoever writes the table need not know of the log.
create or replace function fitmesh.capture_event() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  old_row jsonb;
  new_row jsonb;
  key text;
begin
  if tg_op <> 'INSERT' then
    old_row := to_jsonb(old);
  end if;
  if tg_op <> 'DELETE' then
    new_row := to_jsonb(new);
  end if;
  if tg_argv[5] <> '' then
    key := fitmesh.columns_of(coalesce(old_row, new_row), tg_argv[5]::text[])::text;
  end if;
  if tg_argv[4] <> '' then
    old_row := fitmesh.stringified(old_row, tg_argv[4]::text[]);
    new_row := fitmesh.stringified(new_row, tg_argv[4]::text[]);
  end if;
  if tg_argv[3] <> '' then
    old_row := fitmesh.columns_of(old_row, tg_argv[3]::text[]);
    new_row := fitmesh.columns_of(new_row, tg_argv[3]::text[]);
  end if;
  insert into fitmesh.event_log (trigger_name, schema_name, table_name, row_key, payload)
  values (
    tg_argv[0], tg_argv[1], tg_argv[2], key,
    jsonb_build_object(
      'op', tg_op,
      'data', jsonb_build_object('old', old_row, 'new', new_row),
      'session_variables', nullif(current_setting('hasura.user', true), '')::jsonb,
      'trace_context', nullif(current_setting('hasura.tracecontext', true), '')::jsonb));
  -- Transactions that notify commit one after the other, so only while a node sleeps: it shares this lock then
  -- (EventListener). A node that is awake looks at the log anyway. Two writers at the same moment do no harm: one announces.
  if pg_try_advisory_lock(7379557477625587762) then
    perform pg_advisory_unlock(7379557477625587762);
  else
    perform pg_notify('fitmesh_events', '');
  end if;
  return null;
end;
$$;
