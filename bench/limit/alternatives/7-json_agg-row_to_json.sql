-- sessions
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select id, user_id, slug, notes, date_completed from sessions
  where id >= $1 order by id limit 1000
) r
