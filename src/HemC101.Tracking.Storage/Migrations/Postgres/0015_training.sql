-- By role, from which day until which the person is trained for it; a role that is not named has no limit.
alter table person add column training words not null default '{}' constraint ck_person_training check (json_typeof(training::json) = 'object');
