-- sessions_aggregate
select json_build_object('aggregate', json_build_object('count', a.count, 'max', json_build_object('date_completed', a.max)))
from (select count(*), max(date_completed) from sessions where slug = $1) a
