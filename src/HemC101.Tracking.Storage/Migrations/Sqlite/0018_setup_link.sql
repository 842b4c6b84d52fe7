-- The one link by which the first account can be made; the link itself is kept nowhere, only its SHA-256.
create table setup_link
(
    one   integer not null primary key constraint ck_setup_link_one check (one = 1),
    hash  text    not null,
    until text    not null
) strict;
