create table printer
(
    name       words   not null primary key,
    kind       words   not null,
    address    words   not null,
    is_default boolean not null
);

create unique index uq_printer_default on printer (is_default) where is_default;

create table print_job
(
    job_id           bigint  not null generated always as identity primary key,
    serial           words   not null constraint fk_print_job_label_print references label_print (serial),
    kind             words   not null,
    printer          words   not null constraint fk_print_job_printer references printer (name),
    state            words   not null,
    attempts         integer not null,
    last_error       words,
    created_at       instant not null,
    changed_at       instant not null,
    rendered_sha256  words,
    template_version words,
    fields           words   not null constraint ck_print_job_fields check (fields::json is not null)
);

create index ix_print_job_printer_state on print_job (printer, state, job_id);
create index ix_print_job_serial on print_job (serial);

-- One label at a time: what a printer holds half sent is never overtaken.
create unique index uq_print_job_sending on print_job (printer) where state = 'Sending';
