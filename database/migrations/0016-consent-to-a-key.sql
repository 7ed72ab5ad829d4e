-- The opening key that stood on the page when the works council consented; null while there was none.
alter table scan_consent add column opening_key bytea;
alter table scan_consent add check (opening_key is null or (decision = 'consent' and length(opening_key) = 32));

-- Of drafts that were consented to before this was kept, the key that is there now counts as the one that was read.
update scan_consent as c
set opening_key = k.public_key
from scan_key as k, scan as s
where k.organisation_id = c.organisation_id and k.scan_id = c.scan_id
  and s.organisation_id = c.organisation_id and s.id = c.scan_id
  and s.state = 'draft' and c.decision = 'consent';
