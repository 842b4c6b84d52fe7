-- What lists and look-ups need of the chains. All of it is folded from the ledger and can be rebuilt from there.
create table chain
(
    coi           words   not null primary key,
    subject_no    words   not null constraint uq_chain_subject unique,
    patient_key   words   not null constraint uq_chain_patient unique,
    product_state words   not null,
    held          boolean not null,
    version       bigint  not null,
    changed_at    instant not null
);

create table collection
(
    donation words not null primary key,
    coi      words not null constraint fk_collection_chain references chain (coi),
    state    words not null
);

create table batch
(
    batch    words not null primary key,
    coi      words not null constraint fk_batch_chain references chain (coi),
    donation words not null,
    state    words not null
);

create table dose_bag
(
    bag        words   not null primary key,
    coi        words   not null constraint fk_dose_bag_chain references chain (coi),
    batch      words   not null,
    day        integer not null constraint ck_dose_bag_day check (day in (1, 2)),
    state      words   not null,
    position   words,
    expires_at instant not null,
    locked     boolean not null
);

create index ix_collection_coi on collection (coi);
create index ix_batch_coi on batch (coi);
create index ix_dose_bag_coi on dose_bag (coi);

-- A position holds one bag.
create unique index uq_dose_bag_position on dose_bag (position) where position is not null;
