-- insert_sessions_one
insert into sessions (user_id, slug) values ($1, $2)
returning json_build_object('id', id, 'slug', slug, 'date_completed', date_completed)
