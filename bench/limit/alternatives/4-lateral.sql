-- users
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select u.id, u.name, j.json as sessions
  from (select id, name from users where id >= $1 order by id limit 50) u
  left join lateral (
    select coalesce(json_agg(row_to_json(l)), '[]') as json from (
      select s.id, s.slug, s.date_completed from sessions s
      where s.user_id = u.id order by s.date_completed desc limit 3
    ) l
  ) j on true
  order by u.id
) r
