-- The first house: everything that would be hard to move later is decided here.
-- Tables without organisation_id are the sign-in tables and the two directories; every other
-- table has organisation_id first in its primary key, so that a query can't reach past it.

-- Sign-in (the library's four tables and its rate limits; no address, no user agent is kept).

create table account (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id text primary key,
  account_id text not null references account (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  -- The sign-in library asks for these two columns; the database refuses to fill them.
  ip_address text check (ip_address is null),
  user_agent text check (user_agent is null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_account on session (account_id);

create table credential (
  id text primary key,
  account_id text not null references account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_account on credential (account_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Directories: which organisations there are, and which organisation a public address belongs to.

create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null default 'own' check (kind in ('own', 'example')),
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null default now()
);

create table public_address (
  code text primary key,
  organisation_id uuid not null references organisation (id) on delete cascade,
  kind text not null check (kind in ('scan', 'reader')),
  target_id uuid not null
);

-- Organisation: units, people, memberships, grants. All of them have a period of validity.

create table unit (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  name text not null,
  head_count integer check (head_count >= 0),
  position integer not null default 0,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references unit (organisation_id, id)
);

create table person (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  name text not null,
  email text,
  account_id text references account (id) on delete set null,
  language text check (language in ('nl', 'en')),
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation_id, id)
);
create index person_account on person (account_id);

create table membership (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  is_lead boolean not null default false,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index membership_unit on membership (organisation_id, unit_id);
create index membership_person on membership (organisation_id, person_id);

create table "grant" (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  account_id text not null references account (id) on delete cascade,
  role text not null check (role in ('coordinator', 'manager', 'member', 'director', 'works-council', 'adviser')),
  unit_id uuid,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index grant_account on "grant" (account_id);

-- A list of people that was read and not yet confirmed; gone after an hour, or with the confirmation.
create table import_draft (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  rows jsonb not null,
  made_at timestamptz not null,
  primary key (organisation_id, id)
);

-- Scan (peiling): its promises, its own frozen tree, its invitations.

create table scan (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  code text not null unique,
  title text not null,
  form text not null check (form in ('full', 'short', 'pulse')),
  instrument_version text not null,
  languages text[] not null,
  minimum_group_size integer not null check (minimum_group_size >= 5),
  opens_on date not null,
  closes_on date not null,
  reminder_on date[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'opened')),
  introduction text,
  contact_name text not null,
  contact_email text not null,
  previous_scan_id uuid,
  created_at timestamptz not null,
  opened_for_answers_at timestamptz,
  closed_at timestamptz,
  opened_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, previous_scan_id) references scan (organisation_id, id),
  check (closes_on >= opens_on)
);

create table scan_promise (
  organisation_id uuid not null,
  scan_id uuid not null,
  result_on date not null,
  hours_per_team numeric(6, 1) not null check (hours_per_team >= 0),
  euros_per_team integer not null check (euros_per_team >= 0),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

create table scan_consent (
  organisation_id uuid not null,
  scan_id uuid not null,
  decision text not null check (decision in ('consent', 'no-works-council', 'refused')),
  reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade,
  check (decision = 'consent' or reason is not null)
);

create table scan_unit (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  source_unit_id uuid not null,
  parent_id uuid,
  name text not null,
  head_count integer,
  position integer not null default 0,
  reporting_group_id uuid not null,
  primary key (organisation_id, scan_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- An invitation's code is derived when it is sent and never stored; the tag finds the invitation again.
create table invitation (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  scan_unit_id uuid not null,
  channel text not null check (channel in ('mail', 'paper', 'unnamed-card')),
  person_id uuid,
  language text not null check (language in ('nl', 'en')),
  -- A card that the coordinator made on top of the plan: the works council reads how many.
  is_added_by_hand boolean not null default false,
  code_tag bytea not null,
  number_digest bytea,
  -- The mailing that takes this invitation along; null until then, and always on paper.
  mailing_id uuid,
  primary key (organisation_id, scan_id, id),
  unique (organisation_id, scan_id, code_tag),
  foreign key (organisation_id, scan_id, scan_unit_id) references scan_unit (organisation_id, scan_id, id) on delete cascade
);
-- Partial, so that a code is never looked for through it: right after inviting there are no statistics yet, and PostgreSQL
-- would take this index for as good as the one on code_tag and read every invitation of the peiling.
create unique index invitation_person on invitation (organisation_id, scan_id, person_id) where person_id is not null;

-- A mailing goes through its invitations in the order of their ids and keeps how far it came: no row per person.
create table mailing (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('invitation', 'reminder')),
  due_on date not null,
  recipients integer not null,
  sent_through uuid,
  -- Invitations whose address the mail server refused: they need paper.
  undelivered uuid[] not null default '{}',
  sent_at timestamptz,
  primary key (organisation_id, scan_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);
create unique index mailing_reminder_once on mailing (organisation_id, scan_id, due_on) where kind = 'reminder';

-- Answering: a sealed ballot has a number and a payload, and deliberately no time.
create table ballot (
  organisation_id uuid not null,
  scan_id uuid not null,
  number bytea not null,
  scan_unit_id uuid not null,
  payload bytea not null,
  primary key (organisation_id, scan_id, number),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- Answers in words: a ballot of its own with a number of its own, and no unit.
create table open_ballot (
  organisation_id uuid not null,
  scan_id uuid not null,
  number bytea not null,
  payload bytea not null,
  primary key (organisation_id, scan_id, number),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- After opening: per group one block of bytes, row by row, shuffled; no row has a name of its own.
create table answer_block (
  organisation_id uuid not null,
  scan_id uuid not null,
  scan_unit_id uuid not null,
  respondents integer not null,
  items bytea not null,
  primary key (organisation_id, scan_id, scan_unit_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

create table open_answer (
  organisation_id uuid not null,
  scan_id uuid not null,
  id uuid not null,
  question_id text not null,
  text text not null,
  primary key (organisation_id, scan_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

create table opening_report (
  organisation_id uuid not null,
  scan_id uuid not null,
  counted integer not null,
  rejected jsonb not null,
  languages jsonb not null,
  speed_bands jsonb not null,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

create table result_snapshot (
  organisation_id uuid not null,
  scan_id uuid not null,
  method_version text not null,
  snapshot jsonb not null,
  made_at timestamptz not null,
  published_at timestamptz,
  primary key (organisation_id, scan_id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id) on delete cascade
);

-- Conversation (teamgesprek).

create table conversation (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  unit_id uuid not null,
  scan_id uuid,
  state text not null default 'placing' check (state in ('placing', 'revealed', 'chosen', 'agreed')),
  planned_on date,
  held_on date,
  present integer,
  why text,
  chosen_area text,
  -- What was chosen: a practice of the library, or an idea of the team's own (then only a title).
  chosen_practice_id text,
  chosen_title text,
  next_look_back_on date,
  created_by text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, scan_id) references scan (organisation_id, id)
);
create unique index conversation_one_open on conversation (organisation_id, unit_id) where state <> 'agreed';

create table own_placing (
  organisation_id uuid not null,
  conversation_id uuid not null,
  area text not null,
  level text not null check (level in ('sometimes', 'begun', 'usual', 'improving')),
  primary key (organisation_id, conversation_id, area),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id) on delete cascade
);

-- Step plan (stappenplan).

create table step (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  unit_id uuid not null,
  conversation_id uuid,
  scan_id uuid,
  practice_id text,
  area text not null,
  title text not null,
  -- What people said: the finding in one sentence, without our reasons. Empty for a step that no finding led to.
  said text not null default '',
  because text not null,
  finding_ids text[] not null default '{}',
  rule_id text,
  owner_name text not null check (owner_name <> ''),
  owner_person_id uuid,
  starts_on date,
  due_on date not null,
  hours numeric(6, 1) not null default 0 check (hours >= 0),
  euros integer not null default 0 check (euros >= 0),
  measure text not null,
  state text not null check (state in ('waiting', 'active', 'done', 'stopped')),
  position integer not null default 0,
  stuck_reason text,
  stuck_for text check (stuck_for in ('coordinator', 'director', 'adviser')),
  stuck_since timestamptz,
  decision text,
  decided_by text,
  decided_at timestamptz,
  next_look_back_on date,
  stop_reason text,
  looked_back_on date,
  look_back text,
  helped text check (helped in ('yes', 'somewhat', 'no', 'not-noticed')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);
create unique index step_one_active on step (organisation_id, unit_id) where state = 'active';

create table step_action (
  organisation_id uuid not null,
  step_id uuid not null,
  id uuid not null,
  position integer not null,
  text text not null,
  done_on date,
  primary key (organisation_id, step_id, id),
  foreign key (organisation_id, step_id) references step (organisation_id, id) on delete cascade
);

-- One agenda per unit and month: it goes out by itself once, and every later copy is a new version of the same meeting.
create table step_agenda (
  organisation_id uuid not null references organisation (id) on delete cascade,
  unit_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  sequence integer not null default 0,
  sent_by_itself_at timestamptz,
  primary key (organisation_id, unit_id, month),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);

create table not_done (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  unit_id uuid not null,
  said text not null,
  because text not null,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);

-- Contact (praat hierover met iemand).

create table contact_person (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('internal-expert', 'adviser')),
  name text not null,
  email text not null,
  about text,
  primary key (organisation_id, id)
);

create table contact_message (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  contact_person_id uuid not null,
  sender_name text,
  sender_email text,
  subject_kind text not null check (subject_kind in ('quick-try', 'result', 'step', 'general')),
  shared jsonb not null,
  text text not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, contact_person_id) references contact_person (organisation_id, id)
);

-- Mail that couldn't be or isn't sent by SMTP; never holds sign-in links or invitation codes.
create table outbox_mail (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  -- A calendar entry that goes along as an invitation.
  calendar text,
  -- Somebody's own words to one reader: once it is sent, only that it was sent remains, and of its moments the day.
  is_forgotten_once_sent boolean not null default false,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- The mail server refused this address for good: it isn't tried again.
  undelivered_at timestamptz,
  primary key (organisation_id, id),
  check (sent_at is null or undelivered_at is null)
);

-- What was done, by whom, to what: names of things, never their contents.
create table audit_entry (
  organisation_id uuid not null references organisation (id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  account_id text,
  action text not null,
  subject text,
  primary key (organisation_id, id)
);
create index audit_entry_at on audit_entry (organisation_id, at desc);
