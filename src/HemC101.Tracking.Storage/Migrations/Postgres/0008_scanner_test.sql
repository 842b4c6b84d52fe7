-- What was known of the scanner when it sent this: read again, a scan gives the same as the first time.
alter table scan add column sends_separators boolean not null default false;
alter table scan add column separator_replacement words;

-- A test that was begun; its result, once every symbol was scanned, is in the ledger and in scanner_standing.
create table scanner_test
(
    test_id  words   not null primary key,
    device   words   not null,
    station  words   not null,
    place    words   not null,
    staff_no words   not null,
    begun_at instant not null
);

create table scanner_test_scan
(
    test_id               words   not null constraint fk_scanner_test_scan_scanner_test references scanner_test (test_id),
    symbol                words   not null,
    findings              words   not null constraint ck_scanner_test_scan_findings check (findings::json is not null),
    sends_prefix          boolean not null,
    sends_separators      boolean not null,
    separator_replacement words,
    median_ms             bigint,
    at                    instant not null,
    constraint pk_scanner_test_scan primary key (test_id, symbol)
);

-- The last finished test of each device: who and when, and what the reader may rely on.
create table scanner_standing
(
    device                words   not null primary key,
    version               bigint  not null,
    station               words   not null,
    place                 words   not null,
    staff_no              words   not null,
    tested_at             instant not null,
    passed                boolean not null,
    sends_separators      boolean not null,
    separator_replacement words
);
