-- Which things of the house an event used: a lot that is recalled is traced from here to every bag.
create table thing_use
(
    house_id text    not null,
    coi      text    not null,
    version  integer not null,
    used_for text    not null,
    step_id  text    not null,
    at       text    not null,
    primary key (house_id, coi, version)
) strict, without rowid;

create index ix_thing_use_coi on thing_use (coi);

insert into thing_use (house_id, coi, version, used_for, step_id, at)
select distinct leaf.atom, substr(ledger.stream, 7), ledger.version,
       coalesce(ledger.data ->> '$.what.bag', ledger.data ->> '$.what.batch', ledger.data ->> '$.what.donation'),
       ledger.data ->> '$.stepId', ledger.recorded_at
  from ledger, json_tree(ledger.data, '$.what') as leaf
 where ledger.stream like 'chain/%'
   and leaf.type = 'text'
   and leaf.atom glob '&[elmstw]*'
   and length(leaf.atom) = 12
   and coalesce(ledger.data ->> '$.what.bag', ledger.data ->> '$.what.batch', ledger.data ->> '$.what.donation') is not null;
