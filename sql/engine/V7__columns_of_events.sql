-- The same two functions as before, in PL/pgSQL: it plans once per connection, where a function in SQL that is not inlined is
-- planned anew for each event, a quarter of what a captured insert took.

-- The columns of a row that a trigger asks for. One that is gone is left out: a write must not fail for it.
create or replace function fitmesh.columns_of(row_ jsonb, columns text[]) returns jsonb
  language plpgsql
  immutable strict parallel safe
as $$
declare
  chosen jsonb := '{}';
  name text;
begin
  foreach name in array columns loop
    if row_ ? name then
      chosen := chosen || jsonb_build_object(name, row_ -> name);
    end if;
  end loop;
  return chosen;
end;
$$;

-- The row with the numbers of those columns as text, as HASURA_GRAPHQL_STRINGIFY_NUMERIC_TYPES asks for.
create or replace function fitmesh.stringified(row_ jsonb, columns text[]) returns jsonb
  language plpgsql
  immutable strict parallel safe
as $$
declare
  name text;
begin
  foreach name in array columns loop
    if row_ ? name then
      row_ := row_ || jsonb_build_object(name, fitmesh.number_as_text(row_ -> name));
    end if;
  end loop;
  return row_;
end;
$$;
