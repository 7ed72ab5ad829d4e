-- Ballots that nobody can read before the opening, each with what shows that it may be counted. What came in before this
-- is kept apart and sealed at the next start (answering/server/seal-early-ballots.ts), so that nothing gets lost.

alter table ballot rename to early_ballot;
alter table early_ballot rename constraint ballot_pkey to early_ballot_pkey;
alter table open_ballot rename to early_open_ballot;
alter table early_open_ballot rename constraint open_ballot_pkey to early_open_ballot_pkey;

create table early_use (
  organisation_id uuid not null,
  scan_id uuid not null,
  invitation_id uuid not null,
  primary key (organisation_id, scan_id, invitation_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);
insert into early_use (organisation_id, scan_id, invitation_id)
  select organisation_id, scan_id, id from invitation where number_digest is not null;
alter table invitation drop column number_digest;

-- That a code was used, and for which blinded numbers; both keyed, so that a copy of the database without KEYS_DIR tells
-- of no invitation whether it was used. No unit, no person, no time.
create table issuance (
  organisation_id uuid not null,
  scan_id uuid not null,
  issue_tag bytea not null check (octet_length(issue_tag) = 32),
  request_digest bytea not null check (octet_length(request_digest) = 32),
  primary key (organisation_id, scan_id, issue_tag),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

create table ballot (
  organisation_id uuid not null,
  scan_id uuid not null,
  -- The public half of a key that was made for this ballot alone; no time.
  number bytea not null check (octet_length(number) = 65),
  group_id uuid not null,
  prefix bytea not null check (octet_length(prefix) = 32),
  credential bytea not null check (octet_length(credential) = 256),
  counter bigint not null check (counter between 1 and 4294967295),
  sealed bytea not null check (octet_length(sealed) = 4096),
  signature bytea not null check (octet_length(signature) = 64),
  -- arrival: by the server, of a form without script.
  sealed_on text not null check (sealed_on in ('device', 'arrival')),
  primary key (organisation_id, scan_id, number),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);
-- Sealed bytes don't get smaller.
alter table ballot alter column sealed set storage external;

-- Answers in words: a ballot of its own with a number of its own, and no group.
create table open_ballot (
  organisation_id uuid not null,
  scan_id uuid not null,
  number bytea not null check (octet_length(number) = 65),
  prefix bytea not null check (octet_length(prefix) = 32),
  credential bytea not null check (octet_length(credential) = 256),
  counter bigint not null check (counter between 1 and 4294967295),
  sealed bytea not null check (octet_length(sealed) = 8192),
  signature bytea not null check (octet_length(signature) = 64),
  sealed_on text not null check (sealed_on in ('device', 'arrival')),
  primary key (organisation_id, scan_id, number),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);
alter table open_ballot alter column sealed set storage external;

alter table opening_report
  -- How many of the counted ballots were sealed on a device and how many on arrival.
  add column sealed_on jsonb not null default '{}',
  -- Whether the data files hold nothing any more of what the count deleted.
  add column is_wiped boolean not null default true,
  -- SHA-256 of the number of each counted ballot, sorted, one after the other; everyone may read this.
  add column counted_numbers bytea not null default '' check (octet_length(counted_numbers) % 32 = 0);
alter table opening_report alter column is_wiped set default false;
