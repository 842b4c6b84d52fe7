-- A removed passkey is deleted; that it was there stays in the ledger.
create table person_passkey
(
    passkey_id      text    not null primary key,
    staff_no        text    not null constraint fk_person_passkey_person references person (staff_no),
    name            text    not null,
    credential_id   blob    not null constraint uq_person_passkey_credential_id unique,
    public_key      blob    not null,
    sign_count      integer not null constraint ck_person_passkey_sign_count check (sign_count between 0 and 4294967295),
    transports      text    not null constraint ck_person_passkey_transports check (json_type(transports) = 'array'),
    backup_eligible integer not null constraint ck_person_passkey_backup_eligible check (backup_eligible in (0, 1)),
    backed_up       integer not null constraint ck_person_passkey_backed_up check (backed_up in (0, 1)),
    attestation     blob    not null,
    client_data     blob    not null,
    created_at      text    not null,
    used_at         text
) strict;

create index ix_person_passkey_staff_no on person_passkey (staff_no);

-- What a browser was asked and has not answered yet. A passkey is offered to one person, who has given it a name; asked for it is of nobody in particular.
create table passkey_challenge
(
    challenge_id text not null primary key,
    staff_no     text constraint fk_passkey_challenge_person references person (staff_no),
    name         text,
    state        text not null,
    until        text not null
) strict;

create index ix_passkey_challenge_until on passkey_challenge (until);
