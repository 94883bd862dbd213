insert into users (id, name, email, coach_id, active, favourite, last_seen) values
  ('ann', 'Ann', 'Ann@x.org', null, true, 'push', '2024-05-01 10:00:00+00'),
  ('bob', 'Bob', null, 'ann', false, 'none', null),
  ('cid', null, 'cid@x.org', 'ann', true, null, '2024-04-01 00:00:00+00');
insert into sessions values
  (1, 'ann', 'push', 'good', 5, true, '2024-03-01'),
  (2, 'ann', 'squat', null, 7, false, '2024-03-02'),
  (3, 'bob', 'push', 'tired', 3, true, '2024-03-03'),
  (4, 'bob', 'run', null, null, true, '2024-03-04');
insert into club."Team" values ('Bonn', 9007199254740993, 'ann'), ('Bonn', 2, 'bob');
insert into laps values (1, 60);
insert into kitchen values
  (1, 1, 2, 9007199254740993, 10.50, 1.5, 2.5, true, 'Pan', 'v1', 'ab', 'Chef',
   '00000000-0000-0000-0000-000000000001', '2024-02-29', '2024-02-29 12:30:00', '2024-02-29 12:30:00+00', '12:30:00',
   '1 day 02:00:00', '{"a": [1, 2]}', '{"a": [1, {"b": "x"}], "k": "v"}', '\x0102', '{1,2}', '{"a b",c}',
   array['{"x": 1}', '[2]']::jsonb[], 'glad', 'me', 'Top.Tools.Knife'),
  (2, 3, 4, 5, 1.25, 0.5, 0.25, false, 'Pot', 'v2', 'cd', 'chef de rang',
   '00000000-0000-0000-0000-000000000002', '2024-03-01', '2024-03-01 00:00:00', '2024-03-01 00:00:00+00', '00:00:00',
   '02:00:00', '[]', '{"l": 1}', '\xff', '{3}', '{}', '{}', 'sad', 'you', 'Top.Food');
insert into kitchen (id) values (3);
insert into ledger values (1, '{9007199254740993,2}', '{0.10,null}'), (2, null, '{}');
insert into tags values ('hard', 'red'), ('easy', 'green');
insert into taggings values (1, 'hard'), (2, 'hard'), (3, 'easy');
insert into witnessed values (7, 'old');
delete from testimony;
insert into skies values ('rainy', 'take a coat'), ('clear', null), ('cloudy', '');
insert into forecasts values ('clear', '2024-05-01', 'rainy'), ('rainy', '2024-05-02', null);
