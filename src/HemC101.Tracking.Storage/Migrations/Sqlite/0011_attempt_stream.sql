-- A check of the tables asks for the attempts of one stream.
create index ix_finished_attempt_stream on finished_attempt (stream, version);
