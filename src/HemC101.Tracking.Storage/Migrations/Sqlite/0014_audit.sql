-- The trail is read newest first, by who, where, what and when; the position, being the row's own number, closes every index by itself.
create index ix_ledger_recorded_at on ledger (recorded_at);
create index ix_ledger_actor on ledger (actor, recorded_at);
create index ix_ledger_station on ledger (station, recorded_at);
create index ix_ledger_type on ledger (type, recorded_at);

-- Who opened whose personal data on which page: one row for each hour.
create table personal_data_look
(
    look_id    integer not null primary key autoincrement,
    staff_no   text    not null,
    subject_no text    not null,
    place      text    not null,
    hour       text    not null,
    at         text    not null,
    constraint uq_personal_data_look unique (staff_no, subject_no, place, hour)
) strict;

create index ix_personal_data_look_at on personal_data_look (at);
create index ix_personal_data_look_staff_no on personal_data_look (staff_no, at);
create index ix_personal_data_look_subject_no on personal_data_look (subject_no, at);

create trigger personal_data_look_refuses_update before update on personal_data_look
begin
    select raise(abort, 'Who looked at personal data is never changed.');
end;

create trigger personal_data_look_refuses_delete before delete on personal_data_look
begin
    select raise(abort, 'Who looked at personal data is never deleted.');
end;
