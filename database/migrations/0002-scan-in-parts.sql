-- A fourth form: each person gets a part of the items, drawn by chance.

alter table scan drop constraint scan_form_check;
alter table scan add constraint scan_form_check check (form in ('full', 'parts', 'short', 'pulse'));
