create table participant
(
    subject_no         words   not null primary key,
    personal_data      bytea   not null,
    personal_data_hash words   not null,
    person_digest      words   not null,
    patient_key        words   not null constraint uq_participant_patient_key unique,
    created_at         instant not null
);

-- Not unique: two people may share name and birth date; the enrolling person decides.
create index ix_participant_person_digest on participant (person_digest);

create table label_print
(
    serial     words   not null primary key,
    kind       words   not null,
    carrier    words   not null,
    state      words   not null,
    subject_no words,
    coi        words,
    donation   words,
    bag        words,
    batch      words,
    house_id   words,
    staff_no   words,
    symbol     words   not null,
    reason     words,
    printed_by words   not null,
    created_at instant not null,
    changed_at instant not null,
    supersedes words constraint fk_label_print_supersedes references label_print (serial),
    constraint uq_label_print_supersedes unique (supersedes)
);

create index ix_label_print_coi on label_print (coi);
create index ix_label_print_subject_no on label_print (subject_no);

create trigger label_print_refuses_delete before delete or truncate on label_print
    for each statement execute function refuse('A print is never deleted: it is voided, so that labels can be reconciled.');

create table band
(
    patient_key  words   not null,
    instance     integer not null constraint ck_band_instance check (instance >= 1),
    subject_no   words   not null constraint fk_band_participant references participant (subject_no),
    print_serial words   not null constraint fk_band_label_print references label_print (serial),
    state        words   not null,
    changed_at   instant not null,
    constraint pk_band primary key (patient_key, instance)
);

create unique index uq_band_bound on band (patient_key) where state = 'Bound';
create index ix_band_subject_no on band (subject_no);

create table house_thing
(
    house_id         words   not null primary key,
    kind             words   not null,
    name_ru          words   not null,
    name_en          words   not null,
    status           words   not null,
    material_kind    words,
    manufacturer_lot words,
    gtin             words,
    expires_on       calendar_day,
    occupied_by      words,
    created_at       instant not null
);

create index ix_house_thing_kind on house_thing (kind);
create index ix_house_thing_lot on house_thing (gtin, manufacturer_lot);

create table number_sequence
(
    name words  not null primary key,
    next bigint not null constraint ck_number_sequence_next check (next >= 1)
);

create table scan
(
    client_scan_id words   not null primary key,
    attempt_id     words   not null,
    place          integer not null,
    coi            words,
    step           words   not null,
    demand         words,
    raw            words   not null,
    code           words   not null,
    entry_method   words   not null,
    verdict        words   not null,
    person         words   not null,
    station        words   not null,
    at             instant not null,
    constraint uq_scan_place unique (attempt_id, place)
);

create index ix_scan_coi on scan (coi);

create trigger scan_refuses_update before update on scan
    for each statement execute function refuse('A scan is evidence and is never changed.');

create trigger scan_refuses_delete before delete or truncate on scan
    for each statement execute function refuse('A scan is evidence and is never deleted.');

create table finished_attempt
(
    attempt_id words   not null primary key,
    stream     words   not null,
    version    bigint  not null,
    at         instant not null
);
