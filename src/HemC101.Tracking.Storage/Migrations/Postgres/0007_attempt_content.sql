-- What was sent with an attempt: only the very same form sent again is answered as done already.
alter table finished_attempt add column content words not null default '';
