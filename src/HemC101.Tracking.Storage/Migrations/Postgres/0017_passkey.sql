-- A removed passkey is deleted; that it was there stays in the ledger.
create table person_passkey
(
    passkey_id      words   not null primary key,
    staff_no        words   not null constraint fk_person_passkey_person references person (staff_no),
    name            words   not null,
    credential_id   bytea   not null constraint uq_person_passkey_credential_id unique,
    public_key      bytea   not null,
    sign_count      bigint  not null constraint ck_person_passkey_sign_count check (sign_count between 0 and 4294967295),
    transports      words   not null constraint ck_person_passkey_transports check (json_typeof(transports::json) = 'array'),
    backup_eligible boolean not null,
    backed_up       boolean not null,
    attestation     bytea   not null,
    client_data     bytea   not null,
    created_at      instant not null,
    used_at         instant
);

create index ix_person_passkey_staff_no on person_passkey (staff_no);

-- What a browser was asked and has not answered yet. A passkey is offered to one person, who has given it a name; asked for it is of nobody in particular.
create table passkey_challenge
(
    challenge_id words   not null primary key,
    staff_no     words   constraint fk_passkey_challenge_person references person (staff_no),
    name         words,
    state        words   not null,
    until        instant not null
);

create index ix_passkey_challenge_until on passkey_challenge (until);
