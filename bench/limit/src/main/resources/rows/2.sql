-- sessions
select id, slug, notes, date_completed from sessions
where user_id = $1 order by date_completed desc limit 20
