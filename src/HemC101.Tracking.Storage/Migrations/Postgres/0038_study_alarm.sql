-- A hold over the whole study calls, too: such an alarm is of no chain.
alter table alarm alter column coi drop not null;
alter table alarm alter column subject_no drop not null;
alter table alarm add constraint ck_alarm_chain check ((coi is null) = (subject_no is null));

-- The recalls of lots that were recorded before they called anybody.
alter table alarm_since add column lot_recalled bigint not null default 0;
update alarm_since set lot_recalled = (select position from ledger_head where one = 1);
