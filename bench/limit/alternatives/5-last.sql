-- sessions_aggregate
select json_build_object('aggregate', json_build_object('count', count(*), 'max', json_build_object('date_completed',
  (select date_completed from sessions where slug = $1 order by date_completed desc limit 1))))
from sessions where slug = $1
