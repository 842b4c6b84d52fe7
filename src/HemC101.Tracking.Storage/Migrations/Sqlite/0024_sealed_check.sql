-- What the first of two people recorded in an independent check, sealed with the key ring outside the database. A row belongs to the entry
-- of the ledger that says who finished this half; it stays when the check is over, since the signature there was made on its content.
create table sealed_check
(
    coi        text    not null,
    version    integer not null,
    attempt_id text    not null constraint uq_sealed_check_attempt_id unique,
    sealed     blob    not null,
    at         text    not null,
    constraint pk_sealed_check primary key (coi, version)
) strict;

create trigger sealed_check_refuses_update before update on sealed_check
begin
    select raise(abort, 'What was signed is never changed.');
end;

create trigger sealed_check_refuses_delete before delete on sealed_check
begin
    select raise(abort, 'What was signed is never deleted.');
end;
