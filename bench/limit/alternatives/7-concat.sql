-- sessions
select concat('[', string_agg(concat('{"id":"', id, '","user_id":', to_json(user_id), ',"slug":', to_json(slug), ',"notes":',
  coalesce(to_json(notes), 'null'), ',"date_completed":', to_json(date_completed), '}'), ','), ']')
from (
  select id, user_id, slug, notes, date_completed from sessions
  where id >= $1 order by id limit 1000
) r
