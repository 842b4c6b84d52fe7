-- The public halves of the keys that this site seals with.
create table seal_key
(
    key_id     text not null primary key constraint ck_seal_key_id check (length(key_id) = 64),
    public_key text not null,
    first_used text not null
) strict;

create trigger seal_key_refuses_update before update on seal_key
begin
    select raise(abort, 'A key for seals is never changed.');
end;

create trigger seal_key_refuses_delete before delete on seal_key
begin
    select raise(abort, 'A key for seals is never deleted: old seals need it.');
end;

-- Signed hash trees over the ledger's entries 1 to this many.
create table seal
(
    entries   integer not null primary key constraint ck_seal_entries check (entries >= 1),
    text      text    not null,
    signature blob    not null
) strict;

create trigger seal_refuses_update before update on seal
begin
    select raise(abort, 'A seal is never changed.');
end;

create trigger seal_refuses_replace before insert on seal
when new.entries <= (select max(entries) from seal)
begin
    select raise(abort, 'A seal covers more entries than the one before.');
end;

create trigger seal_refuses_delete before delete on seal
begin
    select raise(abort, 'A seal is never deleted.');
end;
