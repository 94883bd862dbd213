-- What Hasura's command line tool and console keep on the server, such as the migrations that were applied. One row.
create table if not exists fitmesh.catalog_state (
  one_row boolean not null default true,
  -- tells this installation from others
  id uuid not null default gen_random_uuid(),
  cli_state json not null default '{}',
  console_state json not null default '{}',
  constraint catalog_state_pkey primary key (one_row),
  constraint catalog_state_one_row check (one_row)
);
insert into fitmesh.catalog_state default values on conflict do nothing;
