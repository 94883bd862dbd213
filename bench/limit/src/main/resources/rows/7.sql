-- sessions
select id, user_id, slug, notes, date_completed from sessions
where id >= $1 order by id limit 1000
