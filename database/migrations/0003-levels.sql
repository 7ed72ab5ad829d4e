-- Levels: cut scores as versioned data, the sessions in which a panel sets them, and the exchange of aggregates.

-- A version of cut scores that this organisation has had; never changed, since peilingen keep the one they opened with.
create table cut_score_version (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  version text not null,
  source text not null check (source in ('session', 'file')),
  document jsonb not null,
  kept_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, version)
);

-- Which version holds from when; without a version_id: back to the built-in one.
create table cut_score_adoption (
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- 1, 2, 3 …: the highest holds.
  number integer not null,
  version_id uuid,
  adopted_at timestamptz not null,
  adopted_by text not null,
  primary key (organisation_id, number),
  foreign key (organisation_id, version_id) references cut_score_version (organisation_id, id)
);

-- The version by which a peiling's levels are read, from its opening; null: the built-in one.
alter table scan add column cut_score_version_id uuid;
alter table scan add foreign key (organisation_id, cut_score_version_id) references cut_score_version (organisation_id, id);

-- A standard-setting session. What its panel answered is deleted at closing; `outcome` holds the aggregates.
create table standard_setting (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  code text not null unique,
  title text not null,
  form text not null check (form in ('full', 'short')),
  state text not null default 'round-1' check (state in ('round-1', 'between', 'round-2', 'closed')),
  first_round jsonb,
  outcome jsonb,
  rationale_nl text,
  rationale_en text,
  version_id uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references cut_score_version (organisation_id, id)
);

-- A panellist has a pseudonym and no name. Without a key: a sheet of paper that the facilitator enters.
create table panellist (
  organisation_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  pseudonym text not null,
  role text not null check (role in ('member', 'manager', 'works-council', 'learning', 'outside')),
  key_digest bytea,
  primary key (organisation_id, session_id, id),
  unique (organisation_id, session_id, pseudonym),
  foreign key (organisation_id, session_id) references standard_setting (organisation_id, id) on delete cascade
);
create unique index panellist_key on panellist (organisation_id, session_id, key_digest) where key_digest is not null;

-- By item: where a team stands that is only just begun, usual, improving. No time, so that it leads to nobody.
create table panel_judgement (
  organisation_id uuid not null,
  session_id uuid not null,
  panellist_id uuid not null,
  round smallint not null check (round in (1, 2)),
  judgements jsonb not null,
  is_finished boolean not null default false,
  primary key (organisation_id, session_id, panellist_id, round),
  foreign key (organisation_id, session_id, panellist_id)
    references panellist (organisation_id, session_id, id) on delete cascade
);

alter table public_address drop constraint public_address_kind_check;
alter table public_address add check (kind in ('scan', 'reader', 'standard-setting'));

-- Exchange: a random name under which an organisation's aggregates leave, and the pool that came in.
create table exchange_name (
  organisation_id uuid not null references organisation (id) on delete cascade,
  name text not null,
  primary key (organisation_id)
);

create table pool (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  document jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (organisation_id, id)
);
