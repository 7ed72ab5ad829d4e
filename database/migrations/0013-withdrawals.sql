-- A respondent can withdraw a ballot until the peiling closes. Of the numbers that are published nobody may see which were
-- withdrawn, so counted and withdrawn ones stand together; whoever withdrew recognises the proof (decision 0026).

alter table opening_report rename column counted_numbers to published_numbers;
alter table opening_report
  rename constraint opening_report_counted_numbers_check to opening_report_published_numbers_check;
-- SHA-256 of the secret inside each withdrawal, sorted, one after the other; everyone may read this.
alter table opening_report
  add column withdrawal_proofs bytea not null default '' check (octet_length(withdrawal_proofs) % 32 = 0);
