-- sessions
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select s.id, s.slug, s.date_completed,
    (select row_to_json(u) from (select name from users where id = s.user_id) u) as "user"
  from sessions s where s.id >= $1 order by s.id limit 100
) r
