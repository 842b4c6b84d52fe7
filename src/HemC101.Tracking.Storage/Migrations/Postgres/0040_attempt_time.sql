-- A check of the tables finds the attempts of a stream through the times of its entries. Attempts come in the order of time: an index of times
-- grows at its end, where one of streams had another page written for nearly every step.
drop index ix_finished_attempt_stream;
create index ix_finished_attempt_at on finished_attempt (at, stream);
