-- sessions_aggregate
select row_to_json(r) from (select row_to_json(a) as aggregate from (
  select count(*), json_build_object('date_completed', max(date_completed)) as max from sessions where slug = $1
) a) r
