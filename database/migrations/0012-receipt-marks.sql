-- What the server itself puts on a ballot that it found in order, keyed with its own secret (KEYS_DIR): the count then needn't
-- look at the two signatures again. null on ballots from before this, which are looked at in full.

alter table ballot add column mark bytea check (octet_length(mark) = 32);
alter table ballot alter column mark set statistics 0;
alter table open_ballot add column mark bytea check (octet_length(mark) = 32);
alter table open_ballot alter column mark set statistics 0;
