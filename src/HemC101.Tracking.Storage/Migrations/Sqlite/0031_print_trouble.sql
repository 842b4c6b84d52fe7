-- Why a label is not on paper, by name; what the machine said of it stays beside.
alter table print_job add column trouble text;

-- Few of all jobs are open, and every work list asks for them.
create index ix_print_job_open on print_job (job_id) where state in ('Queued', 'Sending', 'Unknown', 'Withheld');

-- A printer that once said how it is hangs when it no longer does.
alter table printer add column answers integer not null default 0 constraint ck_printer_answers check (answers in (0, 1));
