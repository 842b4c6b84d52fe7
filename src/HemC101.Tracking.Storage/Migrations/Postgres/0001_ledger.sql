-- Text compares byte by byte, as it does in SQLite, whatever language the server was installed in.
create domain words as text collate "C";
create domain instant as text collate "C" constraint ck_instant check (value ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$');
create domain calendar_day as text collate "C" constraint ck_calendar_day check (value ~ '^\d{4}-\d\d-\d\d$');

-- What a trigger calls whose table is not to be changed; its argument says why, and what to do instead.
create function refuse() returns trigger language plpgsql as
$$
begin
    raise exception '%', tg_argv[0];
end
$$;

create table ledger
(
    position       bigint  not null primary key,
    stream         words   not null,
    version        bigint  not null constraint ck_ledger_version check (version >= 1),
    type           words   not null,
    schema_version bigint  not null,
    occurred_at    instant not null,
    recorded_at    instant not null,
    actor          words   not null,
    station        words   not null,
    data           words   not null constraint ck_ledger_data check (data::json is not null),
    previous_hash  words   not null constraint ck_ledger_previous_hash check (length(previous_hash) = 64),
    hash           words   not null constraint ck_ledger_hash check (length(hash) = 64),
    constraint uq_ledger_stream_version unique (stream, version)
);

create trigger ledger_refuses_update before update on ledger
    for each statement execute function refuse('The ledger is append-only: an entry is never changed. Append a correction.');

create trigger ledger_refuses_delete before delete or truncate on ledger
    for each statement execute function refuse('The ledger is append-only: an entry is never deleted. Append a correction.');

-- The last entry of every stream: without it a stream cut off at its end would still look whole.
create table stream_head
(
    stream  words  not null primary key,
    version bigint not null,
    hash    words  not null constraint ck_stream_head_hash check (length(hash) = 64)
);

create trigger stream_head_refuses_step_back before update on stream_head
    for each row when (new.stream <> old.stream or new.version <= old.version)
    execute function refuse('The head of a stream only moves forward.');

create trigger stream_head_refuses_delete before delete or truncate on stream_head
    for each statement execute function refuse('The head of a stream is never deleted.');

-- How far the whole ledger reaches. Positions are 1, 2, 3 without a gap, so it is the number of entries too.
-- Whoever appends keeps this row until the commit: positions become visible in their order.
create table ledger_head
(
    one      integer not null primary key constraint ck_ledger_head_one check (one = 1),
    position bigint  not null
);

insert into ledger_head (one, position) values (1, 0);

create trigger ledger_head_refuses_step_back before update on ledger_head
    for each row when (new.position <= old.position)
    execute function refuse('The end of the ledger only moves forward.');

create trigger ledger_head_refuses_delete before delete or truncate on ledger_head
    for each statement execute function refuse('The end of the ledger is never deleted.');
