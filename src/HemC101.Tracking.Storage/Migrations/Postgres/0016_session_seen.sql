-- When a session was last renewed, null before the first time; and the number of the device that it was opened at, null without one.
alter table person_session add column seen_at instant;
alter table person_session add column device words;
