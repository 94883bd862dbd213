-- What a mutation changed in the tables of entities that Java code observes. Its transaction deletes its rows before it ends, so
-- nobody else ever sees one, and a crash has nothing to lose.
create unlogged table if not exists fitmesh.observed_change (
  xid xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  schema_name text not null,
  table_name text not null,
  op text not null,
  old_row jsonb,
  new_row jsonb,
  constraint observed_change_pkey primary key (xid, position)
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Keeps a change. Arguments: schema and name of the observed table (a partition has others). An update that left the row as it
-- was is none, as for event triggers. Runs as its owner: whoever writes the table need not know of the engine.
create or replace function fitmesh.keep_change() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and old *= new then
    return null;
  end if;
  insert into fitmesh.observed_change (schema_name, table_name, op, old_row, new_row)
  values (
    tg_argv[0], tg_argv[1], tg_op,
    case when tg_op <> 'INSERT' then to_jsonb(old) end,
    case when tg_op <> 'DELETE' then to_jsonb(new) end);
  return null;
end;
$$;

-- Gives a table the trigger that keeps its changes, unless it has it: true when it was made. It does nothing but in a transaction that
-- asks for it, so a trigger that nobody needs any more does no harm. Waits 5 s for those who write the table, then fails.
create or replace function fitmesh.observe_table(schema_name text, table_name text) returns boolean
  language plpgsql
  set search_path = pg_catalog, pg_temp
  set lock_timeout = '5s'
as $$
declare
  observed regclass := format('%I.%I', schema_name, table_name)::regclass;
  arguments bytea := convert_to(schema_name, getdatabaseencoding()) || '\x00'
    || convert_to(table_name, getdatabaseencoding()) || '\x00';
begin
  if exists (
    select from pg_trigger t
    where t.tgrelid = observed and t.tgname = 'fitmesh_observed_change' and t.tgargs = arguments
  ) then
    return false;
  end if;
  execute format('drop trigger if exists fitmesh_observed_change on %s', observed);
  execute format(
    'create trigger fitmesh_observed_change after insert or update or delete on %s for each row'
      ' when (current_setting(''fitmesh.observe'', true) = ''on'') execute function fitmesh.keep_change(%L, %L)',
    observed, schema_name, table_name);
  return true;
exception
  -- another node was quicker
  when duplicate_object then
    return false;
end;
$$;
