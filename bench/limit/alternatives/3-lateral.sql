-- sessions
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select s.id, s.slug, s.date_completed, u.json as "user"
  from (select * from sessions where id >= $1 order by id limit 100) s
  left join lateral (select row_to_json(n) as json from (select name from users where id = s.user_id) n) u on true
  order by s.id
) r
