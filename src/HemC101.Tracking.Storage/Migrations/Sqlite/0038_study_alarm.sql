-- A hold over the whole study calls, too: such an alarm is of no chain. SQLite cannot make a column nullable, so both tables are made anew;
-- the messages first, so that none is ever without its alarm.
create table alarm_of_any
(
    alarm_key       text    not null primary key,
    kind            text    not null,
    alarm_group     text    not null,
    coi             text,
    subject_no      text,
    bag             text,
    version         integer,
    raised_at       text    not null,
    acknowledged_by text,
    acknowledged_at text,
    passed_at       text,
    calls           integer not null,
    next_at         text    not null,
    constraint ck_alarm_chain check ((coi is null) = (subject_no is null))
) strict;

create table alarm_message_of_any
(
    message_id    integer not null primary key autoincrement,
    alarm_key     text    not null constraint fk_alarm_message_alarm references alarm_of_any (alarm_key),
    call_no       integer not null,
    staff_no      text    not null,
    channel       text    not null,
    address       text    not null,
    state         text    not null,
    attempts      integer not null,
    may_have_gone integer not null constraint ck_alarm_message_may_have_gone check (may_have_gone in (0, 1)),
    next_at       text    not null,
    last_error    text,
    created_at    text    not null,
    changed_at    text    not null
) strict;

insert into alarm_of_any (alarm_key, kind, alarm_group, coi, subject_no, bag, version, raised_at, acknowledged_by, acknowledged_at, passed_at, calls, next_at)
select alarm_key, kind, alarm_group, coi, subject_no, bag, version, raised_at, acknowledged_by, acknowledged_at, passed_at, calls, next_at
  from alarm;

insert into alarm_message_of_any (message_id, alarm_key, call_no, staff_no, channel, address, state, attempts, may_have_gone, next_at, last_error, created_at, changed_at)
select message_id, alarm_key, call_no, staff_no, channel, address, state, attempts, may_have_gone, next_at, last_error, created_at, changed_at
  from alarm_message;

drop table alarm_message;
drop table alarm;
alter table alarm_of_any rename to alarm;
alter table alarm_message_of_any rename to alarm_message;

create index ix_alarm_open on alarm (next_at) where acknowledged_at is null and passed_at is null;
create index ix_alarm_coi on alarm (coi);
create index ix_alarm_message_alarm_key on alarm_message (alarm_key);
create index ix_alarm_message_open on alarm_message (channel, next_at) where state in ('Waiting', 'Sending');

-- The recalls of lots that were recorded before they called anybody.
alter table alarm_since add column lot_recalled integer not null default 0;
update alarm_since set lot_recalled = (select position from ledger_head where one = 1);
