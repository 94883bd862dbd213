create schema other;
create schema fitmesh;
create table fitmesh.own (id int);
create temporary table passing (id int);
create table other."Mixed Case" ("Id" int primary key);

create type mood as enum ('glad', 'sad');
create type place as (aisle int, chair int);
create domain email as text not null check (value like '%@%');
create domain work_email as email;

create table account (
  id bigint generated always as identity primary key,
  number int not null,
  email work_email,
  gone int,
  mood mood,
  tags text[],
  moods mood[],
  shout int generated always as (number * 2) stored,
  span int4range,
  made timestamptz not null default now()
);
alter table account drop column gone;
comment on table account is 'Who pays';
comment on column account.number is 'As printed on the card';

create table membership (
  account int,
  team text,
  since date,
  constraint membership_pkey primary key (team, account),
  constraint a_first unique (since, team)
);
create table seat (
  holder int,
  team_name text,
  place place,
  vector oidvector,
  foreign key (team_name, holder) references membership (team, account)
);

create function keep() returns trigger language plpgsql as 'begin return new; end';
create trigger watch before insert on account for each row execute function keep();
create trigger fitmesh_watch before insert on membership for each row execute function keep();

create index by_number on account (number, made desc, lower(number::text), shout);
create index by_text on seat (holder, team_name collate "C", place);
create index by_pattern on seat (team_name text_pattern_ops, holder);
create index of_some on membership (since) where since is not null;
create index hashed on membership using hash (team);

create view account_names as select number, number * 2 as loud from account;
create view account_entry as select number, count(*) over () as n from account;
create trigger enter instead of insert on account_entry for each row execute function keep();
create view account_ruled as select number, count(*) over () as n from account;
create rule enter as on insert to account_ruled
  do instead insert into account (number) values (new.number) returning number, 1::bigint;
create materialized view account_totals as select count(*) as n from account;

create table measure (id int primary key, value int) partition by range (id);
create table measure_2026 partition of measure for values from (0) to (10);
create table measure_note (measure int references measure (id));

create foreign data wrapper nowhere;
create server nowhere foreign data wrapper nowhere;
create foreign table far (id int) server nowhere;

create function account_of(word text, int[] default null, seat membership default null) returns setof account
  language sql stable as 'select * from account';
comment on function account_of is 'finds accounts';
create function any_of(variadic words text[]) returns text language sql immutable as 'select words[1]';
create function overloaded(int) returns int language sql as 'select 1';
create function overloaded(text) returns int language sql as 'select 1';
create function touch(out first int, given int, inout same int, out last text)
  language sql as 'select 1, same, null::text';
create function other."Mixed Case"() returns void language sql as '';
create procedure proceed() language sql as '';
