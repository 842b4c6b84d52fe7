-- What lists and look-ups need of the chains. All of it is folded from the ledger and can be rebuilt from there.
create table chain
(
    coi           text    not null primary key,
    subject_no    text    not null constraint uq_chain_subject unique,
    patient_key   text    not null constraint uq_chain_patient unique,
    product_state text    not null,
    held          integer not null constraint ck_chain_held check (held in (0, 1)),
    version       integer not null,
    changed_at    text    not null
) strict, without rowid;

create table collection
(
    donation text not null primary key,
    coi      text not null constraint fk_collection_chain references chain (coi),
    state    text not null
) strict, without rowid;

create table batch
(
    batch    text not null primary key,
    coi      text not null constraint fk_batch_chain references chain (coi),
    donation text not null,
    state    text not null
) strict, without rowid;

create table dose_bag
(
    bag        text    not null primary key,
    coi        text    not null constraint fk_dose_bag_chain references chain (coi),
    batch      text    not null,
    day        integer not null constraint ck_dose_bag_day check (day in (1, 2)),
    state      text    not null,
    position   text,
    expires_at text    not null,
    locked     integer not null constraint ck_dose_bag_locked check (locked in (0, 1))
) strict, without rowid;

create index ix_collection_coi on collection (coi);
create index ix_batch_coi on batch (coi);
create index ix_dose_bag_coi on dose_bag (coi);

-- A position holds one bag.
create unique index uq_dose_bag_position on dose_bag (position) where position is not null;
