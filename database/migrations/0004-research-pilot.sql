-- A pilot for research (proefpeiling): a peiling without units, whose answers leave row by row for research on the
-- questionnaire, as every respondent was told and consented to before the first question.

alter table scan
  add column kind text not null default 'regular' check (kind in ('regular', 'pilot')),
  -- Who gets the rows, and the last day on which they are kept here.
  add column researcher text,
  add column rows_kept_until date,
  add check ((kind = 'pilot') = (researcher is not null)),
  add check ((kind = 'pilot') = (rows_kept_until is not null)),
  add check (rows_kept_until > closes_on);

-- What kind a peiling is was said to everyone who was asked: once it is open, nothing changes it.
create function keep_scan_kind() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.kind, new.researcher, new.rows_kept_until)
    is distinct from (old.kind, old.researcher, old.rows_kept_until)
  then raise exception 'the kind of a peiling that was opened does not change';
  end if;
  return new;
end $$;
create trigger scan_kind_is_kept before update on scan for each row execute function keep_scan_kind();

-- All rows of one pilot in one block of bytes, shuffled: a byte for each item, one for the language and one for the
-- speed. No unit, no number, no time, and no row has a name of its own. Gone after scan.rows_kept_until.
create table research_block (
  organisation_id uuid not null,
  scan_id uuid not null,
  respondents integer not null check (respondents >= 50),
  item_ids text[] not null,
  rows bytea not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade,
  check (octet_length(rows) = respondents * (cardinality(item_ids) + 2))
);

-- What a pilot taught about the questionnaire, for everyone together: figures, which stay when the rows go.
create table research_report (
  organisation_id uuid not null,
  scan_id uuid not null,
  respondents integer not null,
  areas jsonb not null,
  made_at timestamptz not null,
  erased_on date,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- Who took rows out, and when: respondents were told that they can read this.
create table research_export (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  format text not null check (format in ('csv', 'sav')),
  respondents integer not null,
  exported_by text not null,
  exported_on date not null,
  primary key (organisation_id, scan_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);
