-- The public halves of the keys that this site seals with.
create table seal_key
(
    key_id     words   not null primary key constraint ck_seal_key_id check (length(key_id) = 64),
    public_key words   not null,
    first_used instant not null
);

create trigger seal_key_refuses_update before update on seal_key
    for each statement execute function refuse('A key for seals is never changed.');

create trigger seal_key_refuses_delete before delete or truncate on seal_key
    for each statement execute function refuse('A key for seals is never deleted: old seals need it.');

-- Signed hash trees over the ledger's entries 1 to this many.
create table seal
(
    entries   bigint not null primary key constraint ck_seal_entries check (entries >= 1),
    text      words  not null,
    signature bytea  not null
);

create trigger seal_refuses_update before update on seal
    for each statement execute function refuse('A seal is never changed.');

create trigger seal_refuses_delete before delete or truncate on seal
    for each statement execute function refuse('A seal is never deleted.');
