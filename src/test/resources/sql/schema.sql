create extension citext;
create extension ltree;

create type mood as enum ('glad', 'sad');
create domain handle as text check (length(value) < 20);

create table users (
  id text primary key,
  name text,
  email citext unique,
  coach_id text references users,
  active boolean not null default true,
  favourite text,
  created_at timestamptz not null default '2024-01-01 00:00:00+00',
  last_seen timestamptz
);

create table sessions (
  id int primary key,
  user_id text not null references users,
  slug text not null,
  notes text default 'none',
  effort smallint,
  done boolean not null default false,
  date_completed date not null default '2024-01-01',
  constraint sessions_user_slug unique (user_id, slug)
);

-- A team is a schema away from public, has a key of two columns and names that need quotes.
create schema club;
create table club."Team" (
  "City" text,
  "No" bigint,
  captain text references users,
  primary key ("City", "No")
);

-- What a trigger does to other tables is only seen by a second statement.
create table journal (
  id int primary key,
  user_id text references users,
  line text
);
create function see() returns trigger language plpgsql as $$
begin
  update users set last_seen = '2024-12-24 00:00:00+00' where id = new.user_id;
  return new;
end;
$$;
create trigger see after insert on journal for each row execute function see();

-- What triggers know of who writes.
create table witnessed (
  id int primary key,
  line text
);
create table testimony (
  witnessed_id int,
  at text,
  session text
);
create function testify() returns trigger language plpgsql as $$
begin
  insert into testimony
  values (coalesce(new.id, old.id, 0), tg_when || ' ' || tg_level || ' ' || tg_op, current_setting('hasura.user', true));
  return coalesce(new, old);
end;
$$;
create trigger before_row before insert or update or delete on witnessed for each row execute function testify();
create trigger after_row after insert or update or delete on witnessed for each row execute function testify();
create trigger before_statement before insert or update or delete on witnessed for each statement execute function testify();
create trigger after_statement after insert or update or delete on witnessed for each statement execute function testify();

-- A partitioned table does not tell new rows from updated ones.
create table laps (
  id int primary key,
  seconds int
) partition by range (id);
create table laps_first partition of laps for values from (0) to (100);

-- One column of each type.
create table kitchen (
  id int primary key,
  small smallint,
  whole int,
  big bigint,
  exact numeric,
  single real,
  wide double precision,
  flag boolean,
  label text,
  code varchar(10),
  letters char(4),
  nick citext,
  uid uuid,
  day date,
  at timestamp,
  moment timestamptz,
  clock time,
  span interval,
  doc json,
  data jsonb,
  raw bytea,
  numbers int[],
  words text[],
  docs jsonb[],
  mood mood,
  handle handle,
  tree ltree
);
