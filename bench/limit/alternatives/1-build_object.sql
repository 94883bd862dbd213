-- users_by_pk
select json_build_object('id', id, 'name', name, 'created_at', created_at, 'last_seen', last_seen)
from users where id = $1
