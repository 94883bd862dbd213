-- The metadata. Without a row, the packaged one of the first version counts.
create table if not exists fitmesh.metadata (
  id boolean not null default true,
  -- raised by each change; a client may say which one it has seen
  resource_version bigint not null,
  -- Hasura's format of version 3; json, not jsonb: the order of the keys is the author's. Null: no command has changed it,
  -- the packaged one counts
  document json,
  constraint metadata_pkey primary key (id),
  constraint metadata_one_row check (id)
);
