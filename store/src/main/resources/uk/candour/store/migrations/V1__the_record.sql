-- The record itself: acts, their keys, their protected values and the log beside them.
--
-- An act is written once and never changed. Its content is encrypted before it comes here, each part
-- by itself, under a key of its own act that is wrapped under a root key this database never sees.
-- What the log holds of it is `entry`: a version byte and a salted commitment.
--
-- Roles, and why they are apart: the writer adds and reads and can do no more; the reader, which
-- duties, search and linkage use, cannot select protected values; the publisher alone selects those,
-- to publish totals; the sequencer alone numbers the log.

create table source (
  id integer generated always as identity primary key,
  name text not null unique,
  agency text not null,
  kind text not null,
  area text not null,
  list text,
  fed_by text[] not null,
  covers text[] not null,
  extracted date not null,
  live boolean not null
);

-- Files that were read into the record. A file is put down when it begins and ended when all its rows
-- are there; only then does an inquiry see it.
create table loaded_file (
  id integer generated always as identity primary key,
  source integer not null references source,
  name text not null,
  sha256 text not null,
  unique (source, sha256)
);

create table act (
  id uuid primary key,
  number bigint generated always as identity unique,
  reference text not null unique,
  source integer not null references source,
  file integer references loaded_file,
  file_row integer,
  received_at timestamptz not null,
  entry bytea not null,
  commitments bytea not null,
  rest bytea not null,
  people bytea not null,
  narrative bytea not null,
  reporter bytea not null,
  unique (file, file_row),
  check ((file is null) = (file_row is null))
);

create table loaded_file_end (
  file integer primary key references loaded_file,
  rows integer not null,
  sheet text not null,
  malformed integer not null,
  test integer not null,
  without_entry integer not null,
  act uuid not null references act
);
comment on column loaded_file_end.act is 'the act of the loading, in whose words the rows'' problems are';

-- Residents as the remit's population files give them; the latest reading counts.
create table residents_load (
  id integer generated always as identity primary key,
  digest text not null unique,
  act uuid not null references act
);
create table residents_file (
  load integer not null references residents_load,
  position integer not null,
  name text not null,
  sha256 text not null,
  rows integer not null,
  primary key (load, position)
);
create table residents_total (
  load integer not null references residents_load,
  position integer not null,
  area text not null,
  year integer not null,
  age_from integer not null,
  age_to integer not null,
  count bigint not null,
  primary key (load, position)
);
create table residents_of_group (
  load integer not null references residents_load,
  position integer not null,
  area text not null,
  year integer not null,
  age_from integer not null,
  age_to integer not null,
  sex text not null,
  group_name text not null,
  count bigint not null,
  primary key (load, position)
);

create table act_key (
  act uuid primary key references act,
  wrapped bytea not null
);

-- Protected values have a table of their own, so that a role can be kept from selecting them. Every
-- act has a row: that an act says something protected is not to be seen either.
create table characteristics (
  act uuid primary key references act,
  sealed bytea not null
);

create table once (
  key text primary key,
  body text not null,
  act uuid not null references act
);

create table pending (
  act uuid primary key references act,
  number bigint not null unique
);

create table log_head (
  one boolean primary key default true check (one),
  size bigint not null
);
insert into log_head (size) values (0);

create table log_entry (
  index bigint primary key,
  act uuid not null unique references act,
  source integer not null references source,
  source_row integer,
  entry bytea not null,
  unique (source, source_row)
);
comment on column log_entry.source_row is 'for acts of the live record, which are rows of their source in the order of the log';

create table checkpoint (
  size bigint primary key,
  note text not null
);

grant usage on schema public to ${writer}, ${reader}, ${publisher}, ${sequencer};
grant select, insert on source, loaded_file, loaded_file_end, act, act_key, once, pending to ${writer};
grant select, insert on residents_load, residents_file, residents_total to ${writer};
grant insert on characteristics, residents_of_group to ${writer};
grant select on log_head, log_entry, checkpoint to ${writer}, ${reader}, ${publisher};
grant select on source, loaded_file, loaded_file_end, act, act_key, once, pending to ${reader}, ${publisher};
grant select on residents_load, residents_file, residents_total to ${reader}, ${publisher};
grant select on characteristics, residents_of_group to ${publisher};
grant select, delete on pending to ${sequencer};
grant select on source, act, log_head, log_entry, checkpoint to ${sequencer};
grant insert on log_entry, checkpoint to ${sequencer};
grant update on log_head to ${sequencer};
