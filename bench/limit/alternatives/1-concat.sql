-- users_by_pk
select concat('{"id":', to_json(id), ',"name":', coalesce(to_json(name), 'null'), ',"created_at":', to_json(created_at),
  ',"last_seen":', coalesce(to_json(last_seen), 'null'), '}')
from users where id = $1
