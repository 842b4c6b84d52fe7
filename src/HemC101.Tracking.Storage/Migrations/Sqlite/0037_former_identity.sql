-- Names and birth dates as they were before a correction, sealed with the key ring outside the database. A row belongs to the entry of the
-- chain's stream that corrected them; labels made before it still say what is kept here.
create table former_identity
(
    subject_no         text    not null constraint fk_former_identity_participant references participant (subject_no),
    version            integer not null,
    personal_data      blob    not null,
    personal_data_hash text    not null,
    replaced_at        text    not null,
    constraint pk_former_identity primary key (subject_no, version)
) strict;

create trigger former_identity_refuses_update before update on former_identity
begin
    select raise(abort, 'What was true before a correction is never changed.');
end;

create trigger former_identity_refuses_delete before delete on former_identity
begin
    select raise(abort, 'What was true before a correction is never deleted.');
end;
