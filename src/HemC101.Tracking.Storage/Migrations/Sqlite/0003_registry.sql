create table participant
(
    subject_no         text not null primary key,
    personal_data      blob not null,
    personal_data_hash text not null,
    person_digest      text not null,
    patient_key        text not null constraint uq_participant_patient_key unique,
    created_at         text not null
) strict;

-- Not unique: two people may share name and birth date; the enrolling person decides.
create index ix_participant_person_digest on participant (person_digest);

create table band
(
    patient_key  text    not null,
    instance     integer not null constraint ck_band_instance check (instance >= 1),
    subject_no   text    not null constraint fk_band_participant references participant (subject_no),
    print_serial text    not null constraint fk_band_label_print references label_print (serial),
    state        text    not null,
    changed_at   text    not null,
    constraint pk_band primary key (patient_key, instance)
) strict;

create unique index uq_band_bound on band (patient_key) where state = 'Bound';
create index ix_band_subject_no on band (subject_no);

create table label_print
(
    serial     text not null primary key,
    kind       text not null,
    carrier    text not null,
    state      text not null,
    subject_no text,
    coi        text,
    donation   text,
    bag        text,
    batch      text,
    house_id   text,
    staff_no   text,
    symbol     text not null,
    reason     text,
    printed_by text not null,
    created_at text not null,
    changed_at text not null,
    supersedes text constraint fk_label_print_supersedes references label_print (serial),
    constraint uq_label_print_supersedes unique (supersedes)
) strict;

create index ix_label_print_coi on label_print (coi);
create index ix_label_print_subject_no on label_print (subject_no);

create trigger label_print_refuses_delete before delete on label_print
begin
    select raise(abort, 'A print is never deleted: it is voided, so that labels can be reconciled.');
end;

create table house_thing
(
    house_id         text not null primary key,
    kind             text not null,
    name_ru          text not null,
    name_en          text not null,
    status           text not null,
    material_kind    text,
    manufacturer_lot text,
    gtin             text,
    expires_on       text,
    occupied_by      text,
    created_at       text not null
) strict;

create index ix_house_thing_kind on house_thing (kind);
create index ix_house_thing_lot on house_thing (gtin, manufacturer_lot);

create table number_sequence
(
    name text    not null primary key,
    next integer not null constraint ck_number_sequence_next check (next >= 1)
) strict;

create table scan
(
    client_scan_id text    not null primary key,
    attempt_id     text    not null,
    place          integer not null,
    coi            text,
    step           text    not null,
    demand         text,
    raw            text    not null,
    code           text    not null,
    entry_method   text    not null,
    verdict        text    not null,
    person         text    not null,
    station        text    not null,
    at             text    not null,
    constraint uq_scan_place unique (attempt_id, place)
) strict;

create index ix_scan_coi on scan (coi);

create trigger scan_refuses_update before update on scan
begin
    select raise(abort, 'A scan is evidence and is never changed.');
end;

create trigger scan_refuses_delete before delete on scan
begin
    select raise(abort, 'A scan is evidence and is never deleted.');
end;

create table finished_attempt
(
    attempt_id text    not null primary key,
    stream     text    not null,
    version    integer not null,
    at         text    not null
) strict;
