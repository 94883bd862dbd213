-- Event triggers whose events wait until an administrator says otherwise, on all nodes. An empty name stands for all triggers.
create table if not exists fitmesh.delivery_pause (
  trigger_name text not null,
  since timestamptz not null default now(),
  constraint delivery_pause_pkey primary key (trigger_name)
);
