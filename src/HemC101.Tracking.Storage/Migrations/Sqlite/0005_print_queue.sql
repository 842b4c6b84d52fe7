create table printer
(
    name       text    not null primary key,
    kind       text    not null,
    address    text    not null,
    is_default integer not null constraint ck_printer_is_default check (is_default in (0, 1))
) strict;

create unique index uq_printer_default on printer (is_default) where is_default = 1;

create table print_job
(
    job_id           integer not null primary key autoincrement,
    serial           text    not null constraint fk_print_job_label_print references label_print (serial),
    kind             text    not null,
    printer          text    not null constraint fk_print_job_printer references printer (name),
    state            text    not null,
    attempts         integer not null,
    last_error       text,
    created_at       text    not null,
    changed_at       text    not null,
    rendered_sha256  text,
    template_version text,
    fields           text    not null constraint ck_print_job_fields check (json_valid(fields))
) strict;

create index ix_print_job_printer_state on print_job (printer, state, job_id);
create index ix_print_job_serial on print_job (serial);

-- One label at a time: what a printer holds half sent is never overtaken.
create unique index uq_print_job_sending on print_job (printer) where state = 'Sending';
