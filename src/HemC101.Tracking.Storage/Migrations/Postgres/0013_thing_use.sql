-- Which things of the house an event used: a lot that is recalled is traced from here to every bag.
create table thing_use
(
    house_id words   not null,
    coi      words   not null,
    version  bigint  not null,
    used_for words   not null,
    step_id  words   not null,
    at       instant not null,
    primary key (house_id, coi, version)
);

create index ix_thing_use_coi on thing_use (coi);

insert into thing_use (house_id, coi, version, used_for, step_id, at)
select distinct leaf.atom, substr(told.stream, 7), told.version,
       coalesce(told.data #>> '{what,bag}', told.data #>> '{what,batch}', told.data #>> '{what,donation}'),
       told.data ->> 'stepId', told.recorded_at
  from (select stream, version, recorded_at, data::jsonb as data from ledger where stream like 'chain/%') as told,
       lateral (select value #>> '{}' as atom
                  from jsonb_path_query(told.data, 'strict $.what.** ? (@.type() == "string")') as value) as leaf
 where leaf.atom ~ '^&[elmstw].{10}$'
   and coalesce(told.data #>> '{what,bag}', told.data #>> '{what,batch}', told.data #>> '{what,donation}') is not null;
