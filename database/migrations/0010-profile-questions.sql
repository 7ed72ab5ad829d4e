-- Questions about the respondent's own work (profielvragen): which of the built-in ones a peiling asks, at most three. The
-- answers have no table: they are in sealed ballots, and at the opening they are counted in memory.

alter table scan
  add column profile_questions text[] not null default '{}',
  add check (cardinality(profile_questions) <= 3),
  -- In a pilot every row leaves: nothing about who somebody is may stand in one.
  add check (kind <> 'pilot' or profile_questions = '{}');

-- They were said to everyone who was asked: once it is open, nothing changes them.
create function keep_profile_questions() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.profile_questions is distinct from old.profile_questions
  then raise exception 'the profile questions of a peiling that was opened do not change';
  end if;
  return new;
end $$;
create trigger profile_questions_are_kept before update on scan for each row execute function keep_profile_questions();
