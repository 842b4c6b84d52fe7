-- What was shown beyond the method of the sign-in, and which colleague vouched in person; null for sessions of one factor.
alter table person_session add column second_factor words;
alter table person_session add column vouched_by words;
