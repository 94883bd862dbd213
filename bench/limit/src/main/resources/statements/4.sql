-- users
select coalesce(json_agg(row_to_json(r)), '[]') from (
  select u.id, u.name, (
    select coalesce(json_agg(row_to_json(l)), '[]') from (
      select s.id, s.slug, s.date_completed from sessions s
      where s.user_id = u.id order by s.date_completed desc limit 3
    ) l
  ) as sessions
  from users u where u.id >= $1 order by u.id limit 50
) r
