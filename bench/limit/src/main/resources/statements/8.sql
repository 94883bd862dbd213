-- insert_sessions_one
with i as (insert into sessions (user_id, slug) values ($1, $2) returning id, slug, user_id)
select json_build_object('id', i.id, 'slug', i.slug, 'user', json_build_object('name', u.name))
from i join users u on u.id = i.user_id
