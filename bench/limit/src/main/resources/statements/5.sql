-- sessions_aggregate
select json_build_object('aggregate', a) from (
  select count(*), (select m from (select (
    select date_completed from sessions where slug = $1 order by date_completed desc limit 1) as date_completed) m) as max
  from sessions where slug = $1
) a
