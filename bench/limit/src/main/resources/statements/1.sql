-- users_by_pk
select row_to_json(r) from (
  select id, name, created_at, last_seen from users where id = $1
) r
