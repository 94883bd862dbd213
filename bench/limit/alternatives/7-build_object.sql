-- sessions
select coalesce(json_agg(json_build_object('id', id, 'user_id', user_id, 'slug', slug, 'notes', notes, 'date_completed', date_completed)), '[]')
from (
  select id, user_id, slug, notes, date_completed from sessions
  where id >= $1 order by id limit 1000
) r
