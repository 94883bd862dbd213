-- insert_sessions_one
insert into sessions (user_id, slug) values ($1, $2)
returning json_build_object('id', id, 'slug', slug,
  'user', (select json_build_object('name', name) from users u where u.id = sessions.user_id))
