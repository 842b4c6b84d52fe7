-- The trail is read newest first, by who, where, what and when.
create index ix_ledger_recorded_at on ledger (recorded_at, position);
create index ix_ledger_actor on ledger (actor, recorded_at, position);
create index ix_ledger_station on ledger (station, recorded_at, position);
create index ix_ledger_type on ledger (type, recorded_at, position);

-- Who opened whose personal data on which page: one row for each hour.
create table personal_data_look
(
    look_id    bigint  not null generated always as identity primary key,
    staff_no   words   not null,
    subject_no words   not null,
    place      words   not null,
    hour       instant not null,
    at         instant not null,
    constraint uq_personal_data_look unique (staff_no, subject_no, place, hour)
);

create index ix_personal_data_look_at on personal_data_look (at, look_id);
create index ix_personal_data_look_staff_no on personal_data_look (staff_no, at, look_id);
create index ix_personal_data_look_subject_no on personal_data_look (subject_no, at, look_id);

create trigger personal_data_look_refuses_update before update on personal_data_look
    for each statement execute function refuse('Who looked at personal data is never changed.');

create trigger personal_data_look_refuses_delete before delete or truncate on personal_data_look
    for each statement execute function refuse('Who looked at personal data is never deleted.');
