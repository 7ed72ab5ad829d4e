-- Whom the organisation names to make and keep the keys of its peilingen, and nothing else.
alter table "grant" drop constraint grant_role_check;
alter table "grant" add constraint grant_role_check
  check (role in ('coordinator', 'manager', 'member', 'director', 'works-council', 'adviser', 'keeper'));
