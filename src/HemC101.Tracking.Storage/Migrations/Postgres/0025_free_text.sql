-- Words that people typed, sealed with the key ring outside the database. The event carries the id alone: SHA-256 of the words and their salt.
create table free_text
(
    text_id    words   not null primary key constraint ck_free_text_id check (length(text_id) = 64),
    stream     words   not null,
    sealed     bytea   not null,
    created_at instant not null
);

create index ix_free_text_stream on free_text (stream);
