-- The one browser that is the registered station now. Its secret lies in a cookie of that browser and nowhere else, here its SHA-256;
-- what was registered before stays in the ledger.
create table station_device
(
    house_id      words   not null primary key constraint fk_station_device_house_thing references house_thing (house_id),
    device_id     words   not null constraint uq_station_device_device_id unique,
    type          words   not null,
    secret_hash   words   not null constraint uq_station_device_secret_hash unique,
    registered_by words   not null,
    registered_at instant not null,
    seen_at       instant
);

-- A code that was shown to an administrator and not typed in yet; the code itself is kept nowhere, only its SHA-256.
create table station_pairing
(
    house_id   words   not null primary key constraint fk_station_pairing_house_thing references house_thing (house_id),
    type       words   not null,
    code_hash  words   not null constraint uq_station_pairing_code_hash unique,
    offered_by words   not null,
    until      instant not null
);
