-- Who is to be called, and the outbox of what is sent to them. An alarm that an event of a chain raised has that event's version and is
-- written with it; one that a clock raised has none, and stands in a stream of its own. Acknowledged and passed are told there, too.
create table alarm
(
    alarm_key       words   not null primary key,
    kind            words   not null,
    alarm_group     words   not null,
    coi             words   not null,
    subject_no      words   not null,
    bag             words,
    version         integer,
    raised_at       instant not null,
    acknowledged_by words,
    acknowledged_at instant,
    passed_at       instant,
    calls           integer not null,
    next_at         instant not null
);

create index ix_alarm_open on alarm (next_at) where acknowledged_at is null and passed_at is null;
create index ix_alarm_coi on alarm (coi);

-- One message to one person on one way. What was being sent when the sender died may have gone: it is sent again, and says so.
create table alarm_message
(
    message_id      bigint  not null generated always as identity primary key,
    alarm_key       words   not null constraint fk_alarm_message_alarm references alarm (alarm_key),
    call_no         integer not null,
    staff_no        words   not null,
    channel         words   not null,
    address         words   not null,
    state           words   not null,
    attempts        integer not null,
    may_have_gone   boolean not null,
    next_at         instant not null,
    last_error      words,
    created_at      instant not null,
    changed_at      instant not null
);

create index ix_alarm_message_alarm_key on alarm_message (alarm_key);
create index ix_alarm_message_open on alarm_message (channel, next_at) where state in ('Waiting', 'Sending');

-- Addresses are personal data of the staff: the ledger has their salted hash alone.
create table on_call
(
    on_call_id      words   not null primary key,
    alarm_group     words   not null,
    staff_no        words   not null,
    place           integer not null,
    mail            words,
    phone           words,
    salt            words   not null,
    added_at        instant not null,
    constraint ck_on_call_address check (mail is not null or phone is not null)
);

create index ix_on_call_alarm_group on on_call (alarm_group, place);

-- What was recorded before alarms were known raised none, and nobody is called for it now.
create table alarm_since
(
    one             integer not null primary key constraint ck_alarm_since_one check (one = 1),
    position        bigint  not null
);

insert into alarm_since (one, position) select 1, position from ledger_head where one = 1;
