set local client_min_messages = warning;

-- The tables of Hasura Fit. A database that comes from a Hasura Fit project has them already: what is there stays as it
-- is, what is missing is added.
create table if not exists public.users (
  id text not null,
  name text,
  created_at timestamptz not null default now(),
  last_seen timestamptz,
  constraint users_pkey primary key (id)
);
alter table public.users
  add column if not exists name text,
  add column if not exists created_at timestamptz not null default now(),
  add column if not exists last_seen timestamptz;

create table if not exists public.sessions (
  id uuid not null default gen_random_uuid(),
  user_id text not null,
  slug text not null,
  notes text,
  date_completed timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sessions_pkey primary key (id)
);
alter table public.sessions
  add column if not exists notes text,
  add column if not exists date_completed timestamptz not null default now(),
  add column if not exists created_at timestamptz not null default now(),
  add column if not exists updated_at timestamptz not null default now();

-- NOT VALID for tables that were there before: rows that point nowhere must not stop the start; new rows are checked.
do $$
begin
  if exists (
    select from pg_catalog.pg_constraint
    where contype = 'f' and conrelid = 'public.sessions'::regclass and confrelid = 'public.users'::regclass
  ) then
    return;
  end if;
  if exists (select from public.sessions) then
    alter table public.sessions
      add constraint sessions_user_id_fkey foreign key (user_id) references public.users (id) not valid;
  else
    alter table public.sessions
      add constraint sessions_user_id_fkey foreign key (user_id) references public.users (id);
  end if;
exception
  when datatype_mismatch or invalid_foreign_key then
    raise warning 'sessions.user_id has no foreign key to users.id: %', sqlerrm;
end;
$$;

-- "My last sessions", by either date, and "how often was this workout done, when last".
create index if not exists sessions_user_id_date_completed_idx on public.sessions (user_id, date_completed desc);
create index if not exists sessions_user_id_created_at_idx on public.sessions (user_id, created_at desc);
create index if not exists sessions_slug_date_completed_idx on public.sessions (slug, date_completed desc);

create or replace function fitmesh.set_updated_at() returns trigger
  language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

drop trigger if exists fitmesh_sessions_updated_at on public.sessions;
create trigger fitmesh_sessions_updated_at
  before update on public.sessions
  for each row execute function fitmesh.set_updated_at();
