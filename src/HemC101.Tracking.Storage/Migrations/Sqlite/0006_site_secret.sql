-- Keys that the site made for itself, sealed with the key ring outside the database: without that ring a row opens nothing.
create table site_secret
(
    name       text not null primary key,
    sealed     blob not null,
    created_at text not null
) strict;
