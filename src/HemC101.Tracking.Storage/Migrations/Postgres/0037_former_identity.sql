-- Names and birth dates as they were before a correction, sealed with the key ring outside the database. A row belongs to the entry of the
-- chain's stream that corrected them; labels made before it still say what is kept here.
create table former_identity
(
    subject_no         words   not null constraint fk_former_identity_participant references participant (subject_no),
    version            integer not null,
    personal_data      bytea   not null,
    personal_data_hash words   not null,
    replaced_at        instant not null,
    constraint pk_former_identity primary key (subject_no, version)
);

create trigger former_identity_refuses_update before update on former_identity
    for each statement execute function refuse('What was true before a correction is never changed.');

create trigger former_identity_refuses_delete before delete or truncate on former_identity
    for each statement execute function refuse('What was true before a correction is never deleted.');
