-- A job of a site without a printer has none yet and waits for one.
alter table print_job alter column printer drop not null;
alter table print_job add constraint ck_print_job_printer check (printer is not null or state in ('Queued', 'Cancelled'));
