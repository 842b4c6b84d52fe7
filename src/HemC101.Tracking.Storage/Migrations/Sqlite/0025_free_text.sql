-- Words that people typed, sealed with the key ring outside the database. The event carries the id alone: SHA-256 of the words and their salt.
create table free_text
(
    text_id    text not null primary key constraint ck_free_text_id check (length(text_id) = 64),
    stream     text not null,
    sealed     blob not null,
    created_at text not null
) strict;

create index ix_free_text_stream on free_text (stream);
