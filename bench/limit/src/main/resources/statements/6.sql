-- insert_sessions_one
with i as (insert into sessions (user_id, slug) values ($1, $2) returning id, slug, date_completed)
select row_to_json(i) from i
