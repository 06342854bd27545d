-- Who works here, and what a reporter has begun. Nothing of a child is in these tables but in a
-- draft, and a draft opens only with the code that its writer holds.
create table agency (
  name text primary key,
  kind text not null,
  area text not null
);

create table account (
  name text primary key,
  full_name text not null,
  role text not null,
  agency text not null references agency,
  team text not null,
  password_hash text,
  disabled boolean not null default false,
  made timestamptz not null default now()
);

create table invitation (
  code_hash bytea primary key,
  account text not null references account,
  expires timestamptz not null
);

create table token (
  id text primary key,
  hash bytea not null unique,
  agency text not null references agency,
  label text not null,
  made_by text not null,
  made timestamptz not null default now(),
  revoked timestamptz
);

create table draft (
  code_hash bytea primary key,
  sealed bytea not null,
  expires timestamptz not null
);

create table setting (
  name text primary key,
  value text not null
);

grant select, insert, update, delete on agency, account, invitation, token, draft, setting to ${writer};
