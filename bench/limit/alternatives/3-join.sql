-- sessions
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select s.id, s.slug, s.date_completed, (select row_to_json(u) from (select s_user.name) u) as "user"
  from (select * from sessions where id >= $1 order by id limit 100) s
  join users s_user on s_user.id = s.user_id
  order by s.id
) r
