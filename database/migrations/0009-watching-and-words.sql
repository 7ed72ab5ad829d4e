-- What can be watched while a peiling runs, and the answers in words before anyone but a reader who checks them reads them.

-- How many had answered under a unit (everything below it included) when its band was last renewed: once a day at most,
-- and only when five or more came in. Units to which fewer than twenty are invited aren't here; nothing is, after the count.
create table response_count (
  organisation_id uuid not null,
  scan_id uuid not null,
  unit_id uuid not null,
  answered integer not null check (answered >= 0),
  primary key (organisation_id, scan_id, unit_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- Every list with codes that was made: who has one could use a code before its holder does, so respondents read how often.
create table code_list (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('letters', 'cards', 'unnamed-cards', 'codes')),
  codes integer not null check (codes > 0),
  made_on date not null,
  primary key (organisation_id, scan_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- Somebody looked the answers in words through for names; until then nobody else reads them.
create table words_release (
  organisation_id uuid not null,
  scan_id uuid not null,
  -- Null where they could be read before there was such a step.
  released_by text,
  released_at timestamptz not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- What could be read before there was such a step stays readable.
insert into words_release (organisation_id, scan_id, released_by, released_at)
select organisation_id, scan_id, null, made_at from result_snapshot;
