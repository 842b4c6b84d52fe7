-- A job of a site without a printer has none yet and waits for one.
create table print_job_waiting
(
    job_id           integer not null primary key autoincrement,
    serial           text    not null constraint fk_print_job_label_print references label_print (serial),
    kind             text    not null,
    printer          text    constraint fk_print_job_printer references printer (name),
    state            text    not null,
    attempts         integer not null,
    last_error       text,
    created_at       text    not null,
    changed_at       text    not null,
    rendered_sha256  text,
    template_version text,
    fields           text    not null constraint ck_print_job_fields check (json_valid(fields)),
    constraint ck_print_job_printer check (printer is not null or state in ('Queued', 'Cancelled'))
) strict;

insert into print_job_waiting (job_id, serial, kind, printer, state, attempts, last_error, created_at, changed_at, rendered_sha256, template_version, fields)
select job_id, serial, kind, printer, state, attempts, last_error, created_at, changed_at, rendered_sha256, template_version, fields
  from print_job;

drop table print_job;

alter table print_job_waiting rename to print_job;

create index ix_print_job_printer_state on print_job (printer, state, job_id);
create index ix_print_job_serial on print_job (serial);

-- One label at a time: what a printer holds half sent is never overtaken.
create unique index uq_print_job_sending on print_job (printer) where state = 'Sending';
