-- How the code came in: why it was typed, and what the page measured of its keys.
alter table scan add column typed_reason words;
alter table scan add column key_count integer constraint ck_scan_key_count check (key_count >= 0);
alter table scan add column key_median_ms double precision constraint ck_scan_key_median_ms check (key_median_ms >= 0);
alter table scan add column key_end words;
