create table ledger
(
    position       integer not null primary key,
    stream         text    not null,
    version        integer not null constraint ck_ledger_version check (version >= 1),
    type           text    not null,
    schema_version integer not null,
    occurred_at    text    not null,
    recorded_at    text    not null,
    actor          text    not null,
    station        text    not null,
    data           text    not null constraint ck_ledger_data check (json_valid(data)),
    previous_hash  text    not null constraint ck_ledger_previous_hash check (length(previous_hash) = 64),
    hash           text    not null constraint ck_ledger_hash check (length(hash) = 64),
    constraint uq_ledger_stream_version unique (stream, version)
) strict;

create trigger ledger_refuses_update before update on ledger
begin
    select raise(abort, 'The ledger is append-only: an entry is never changed. Append a correction.');
end;

-- 'insert or replace' would take a row away without firing the trigger on delete.
create trigger ledger_refuses_replace before insert on ledger
when exists (select 1 from ledger where position = new.position or (stream = new.stream and version = new.version))
begin
    select raise(abort, 'The ledger is append-only: this place is taken.');
end;

create trigger ledger_refuses_delete before delete on ledger
begin
    select raise(abort, 'The ledger is append-only: an entry is never deleted. Append a correction.');
end;

-- The last entry of every stream: without it a stream cut off at its end would still look whole.
create table stream_head
(
    stream  text    not null primary key,
    version integer not null,
    hash    text    not null constraint ck_stream_head_hash check (length(hash) = 64)
) strict, without rowid;

create trigger stream_head_refuses_step_back before update on stream_head
when new.stream <> old.stream or new.version <= old.version
begin
    select raise(abort, 'The head of a stream only moves forward.');
end;

create trigger stream_head_refuses_delete before delete on stream_head
begin
    select raise(abort, 'The head of a stream is never deleted.');
end;

-- How far the whole ledger reaches. Positions are 1, 2, 3 without a gap, so it is the number of entries too.
create table ledger_head
(
    one      integer not null primary key constraint ck_ledger_head_one check (one = 1),
    position integer not null
) strict;

insert into ledger_head (one, position) values (1, 0);

create trigger ledger_head_refuses_step_back before update on ledger_head
when new.position <= old.position
begin
    select raise(abort, 'The end of the ledger only moves forward.');
end;

create trigger ledger_head_refuses_delete before delete on ledger_head
begin
    select raise(abort, 'The end of the ledger is never deleted.');
end;
