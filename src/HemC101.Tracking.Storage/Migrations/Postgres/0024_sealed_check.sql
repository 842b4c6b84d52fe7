-- What the first of two people recorded in an independent check, sealed with the key ring outside the database. A row belongs to the entry
-- of the ledger that says who finished this half; it stays when the check is over, since the signature there was made on its content.
create table sealed_check
(
    coi        words   not null,
    version    integer not null,
    attempt_id words   not null constraint uq_sealed_check_attempt_id unique,
    sealed     bytea   not null,
    at         instant not null,
    constraint pk_sealed_check primary key (coi, version)
);

create trigger sealed_check_refuses_update before update on sealed_check
    for each statement execute function refuse('What was signed is never changed.');

create trigger sealed_check_refuses_delete before delete or truncate on sealed_check
    for each statement execute function refuse('What was signed is never deleted.');
