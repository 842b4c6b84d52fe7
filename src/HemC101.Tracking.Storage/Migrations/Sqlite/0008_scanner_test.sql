-- What was known of the scanner when it sent this: read again, a scan gives the same as the first time.
alter table scan add column sends_separators integer not null default 0 constraint ck_scan_sends_separators check (sends_separators in (0, 1));
alter table scan add column separator_replacement text;

-- A test that was begun; its result, once every symbol was scanned, is in the ledger and in scanner_standing.
create table scanner_test
(
    test_id  text not null primary key,
    device   text not null,
    station  text not null,
    place    text not null,
    staff_no text not null,
    begun_at text not null
) strict;

create table scanner_test_scan
(
    test_id               text    not null constraint fk_scanner_test_scan_scanner_test references scanner_test (test_id),
    symbol                text    not null,
    findings              text    not null constraint ck_scanner_test_scan_findings check (json_valid(findings)),
    sends_prefix          integer not null constraint ck_scanner_test_scan_sends_prefix check (sends_prefix in (0, 1)),
    sends_separators      integer not null constraint ck_scanner_test_scan_sends_separators check (sends_separators in (0, 1)),
    separator_replacement text,
    median_ms             integer,
    at                    text    not null,
    constraint pk_scanner_test_scan primary key (test_id, symbol)
) strict;

-- The last finished test of each device: who and when, and what the reader may rely on.
create table scanner_standing
(
    device                text    not null primary key,
    version               integer not null,
    station               text    not null,
    place                 text    not null,
    staff_no              text    not null,
    tested_at             text    not null,
    passed                integer not null constraint ck_scanner_standing_passed check (passed in (0, 1)),
    sends_separators      integer not null constraint ck_scanner_standing_sends_separators check (sends_separators in (0, 1)),
    separator_replacement text
) strict;
