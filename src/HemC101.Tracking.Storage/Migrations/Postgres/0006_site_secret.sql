-- Keys that the site made for itself, sealed with the key ring outside the database: without that ring a row opens nothing.
create table site_secret
(
    name       words   not null primary key,
    sealed     bytea   not null,
    created_at instant not null
);
