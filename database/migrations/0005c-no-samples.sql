-- PostgreSQL keeps samples of what it sees in its own statistics, and nothing takes them away when rows are deleted and
-- tables are written anew. Of ballots, of used codes and of keys it keeps none: they are looked for by their keys alone.

do $$
declare
  own record;
begin
  for own in
    select attrelid::regclass as owner, attname as name
      from pg_attribute
      where attrelid in ('ballot'::regclass, 'open_ballot'::regclass, 'issuance'::regclass, 'scan_group'::regclass, 'scan_key'::regclass)
        and attnum > 0 and not attisdropped
  loop
    execute format('alter table %s alter column %I set statistics 0', own.owner, own.name);
  end loop;
end
$$;
