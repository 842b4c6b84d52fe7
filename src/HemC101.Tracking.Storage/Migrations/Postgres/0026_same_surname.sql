-- Keyed hash of the surname (the key is sealed with the key ring). Null for who was enrolled before: the site fills it at its next start.
alter table participant add column surname_digest words;

create index ix_participant_surname_digest on participant (surname_digest);
