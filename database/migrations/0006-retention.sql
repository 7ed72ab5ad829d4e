-- Retention: how long each kind of data is kept where an organisation chose another period than the usual one, and what
-- was announced before it goes. What a kind is called, its usual period and its bounds stand in the feature `retention`.

create table retention_period (
  organisation_id uuid not null references organisation (id) on delete cascade,
  kind text not null,
  months smallint not null check (months between 1 and 120),
  changed_at timestamptz not null,
  primary key (organisation_id, kind)
);

-- What people would miss goes only after it was announced: without a row here nothing of that kind is deleted.
create table retention_notice (
  organisation_id uuid not null,
  kind text not null,
  scan_id uuid not null,
  announced_on date not null,
  goes_on date not null,
  primary key (organisation_id, kind, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade,
  check (goes_on > announced_on)
);
