-- What the opening of a peiling fixes: who can open its ballots, the keys of its reporting groups, and the signed
-- manifest of all that. A private key stands here wrapped under the installation's secret, so that a copy of the
-- database alone can't forge a credential; the private half of an opening key never stands here.

create table scan_key (
  organisation_id uuid not null,
  scan_id uuid not null,
  -- keeper: made on somebody's own device, which alone has the other half · server: in KEYS_DIR until the count.
  kind text not null check (kind in ('keeper', 'server')),
  public_key bytea not null check (octet_length(public_key) = 32),
  kept_by text,
  -- Everything of the head that the opening already knows; null while it is a draft.
  fixed jsonb,
  -- For ballots with words, on forms that have open questions.
  words_public_key bytea,
  wrapped_words_key bytea,
  -- The canonical bytes of the manifest's head; null until every group has its key.
  head bytea,
  signature bytea,
  fingerprint text,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade,
  check ((kind = 'keeper') = (kept_by is not null)),
  check ((head is null) = (signature is null) and (head is null) = (fingerprint is null))
);

-- The reporting groups as they stand in the manifest. A group in which nobody is has no key.
create table scan_group (
  organisation_id uuid not null,
  scan_id uuid not null,
  group_id uuid not null,
  parent_id uuid,
  name text not null,
  invited integer not null check (invited >= 0),
  public_key bytea,
  -- Gone after the count.
  wrapped_key bytea,
  primary key (organisation_id, scan_id, group_id),
  foreign key (organisation_id, scan_id) references scan_key (organisation_id, scan_id) on delete cascade,
  check (invited > 0 or public_key is null)
);
