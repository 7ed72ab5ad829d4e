-- What the audit of a result found: what all its figures together leave open of few people. Made with the result, or later
-- by `lerend audit`. While `holds_back` is true nobody can read the result, on whatever day it was promised.

create table disclosure_audit (
  organisation_id uuid not null,
  scan_id uuid not null,
  report jsonb not null,
  holds_back boolean not null,
  audited_at timestamptz not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references result_snapshot (organisation_id, scan_id) on delete cascade
);
