-- Called by the engine's statements where a permission's check turns out false: it ends the statement, and with it the
-- transaction. VOLATILE, so that the planner neither folds the call nor moves it before the check.
create or replace function fitmesh.check_violation(message text) returns boolean
  language plpgsql
  volatile
as $$
begin
  raise exception using errcode = 'FM001', message = message;
end;
$$;
