-- An allotment garden. Few values, many of them equal or null, so that conditions meet.
create table gardener (
  id int primary key,
  name text not null,
  town text,
  age int,
  chief_id int
);
create table plot (
  id int primary key,
  gardener_id int,
  size int not null,
  crop text,
  open boolean
);
create table harvest (
  id int primary key,
  plot_id int not null,
  kilos int,
  note text
);
create function plot_worth(plot) returns int language sql stable as 'select case when $1.open then $1.size end';
create function gardener_lots(gardener) returns setof plot language sql stable as 'select * from plot where gardener_id = $1.id';
insert into gardener values
  (1, 'a', 'x', 1, null), (2, 'b', 'x', 2, 1), (3, 'a', 'y', null, 1), (4, 'c', null, 3, 2), (5, 'd', 'y', 2, 3), (6, 'b', 'z', 1, 6);
insert into plot values
  (1, 1, 1, 'a', true), (2, 1, 2, 'b', false), (3, 2, 2, null, true), (4, 3, 3, 'c', null), (5, 3, 1, 'a', true), (6, 5, 4, 'b', false),
  (7, null, 2, 'd', true), (8, 6, 3, 'a', null);
insert into harvest values
  (1, 1, 1, 'a'), (2, 1, 2, null), (3, 2, null, 'b'), (4, 3, 3, 'a'), (5, 4, 1, 'c'), (6, 4, 4, 'b'), (7, 4, 2, null), (8, 6, 2, 'd'), (9, 7, 3, 'a'), (10, 8, null, null);
