-- 10,000 users and 1,000,000 sessions, the same in every database: ids are hashes of numbers, so they are spread over the
-- indexes; each user has about 100 sessions, each of the 20 slugs about 50,000. No two sessions have the same date.
begin;
insert into users (id, name, created_at, last_seen)
select
  'auth0|' || left(md5('user ' || i), 24),
  'Ünal ' || i,
  timestamptz '2023-01-01 00:00:00Z' + i * interval '1 hour' + i * interval '7 microseconds',
  case when i % 2 = 0 then timestamptz '2026-01-01 00:00:00Z' + i * interval '61 seconds' end
from generate_series(1, 10000) i;

-- What is there before the load is no event.
alter table sessions disable trigger user;
insert into sessions (id, user_id, slug, notes, date_completed, created_at, updated_at)
select
  md5('session ' || i)::uuid,
  'auth0|' || left(md5('user ' || 1 + ('x' || left(md5('owner ' || i), 7))::bit(28)::int % 10000), 24),
  'workout-' || lpad(text(1 + ('x' || left(md5('slug ' || i), 7))::bit(28)::int % 20), 2, '0'),
  case when i % 3 = 0 then 'Round ' || i || ': "felt strong", kept the pace' end,
  at, at + interval '3 seconds', at + interval '3 seconds'
from generate_series(1, 1000000) i,
  lateral (
    -- 48,271 is prime to the seconds of three years: every session has a second of its own
    select timestamptz '2023-01-01 00:00:00Z' + (i::bigint * 48271 % 94608000) * interval '1 second'
      + i * interval '1 microsecond' as at
  ) d;
alter table sessions enable trigger user;
commit;
vacuum analyze users, sessions;
checkpoint;
