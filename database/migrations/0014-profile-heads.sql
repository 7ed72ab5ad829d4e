-- How many people of the organisation give each answer to a profile question, where its coordinator knows: an object with,
-- per question asked, an array of whole numbers, one per answer in order. Numbers of everyone, of nobody in particular.

alter table scan
  add column profile_heads jsonb not null default '{}',
  add check (jsonb_typeof(profile_heads) = 'object'),
  add check (kind <> 'pilot' or profile_heads = '{}');

-- The result is weighted to them: once anyone was asked, they stay as the works council read them.
create or replace function keep_profile_questions() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and new.profile_questions is distinct from old.profile_questions
  then raise exception 'the profile questions of a peiling that was opened do not change';
  end if;
  if old.state <> 'draft' and new.profile_heads is distinct from old.profile_heads
  then raise exception 'the head counts of a peiling that was opened do not change';
  end if;
  return new;
end $$;
