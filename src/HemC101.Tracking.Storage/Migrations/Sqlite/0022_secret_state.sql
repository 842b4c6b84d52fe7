-- Who knows the secret: its owner alone (Own), who set it for them too (Given), or it got known (Leaked). Until it is Own again its owner has to choose another.
alter table person add column pin_state text not null default 'Own' constraint ck_person_pin_state check (pin_state in ('Own', 'Given', 'Leaked'));
alter table person add column password_state text not null default 'Own' constraint ck_person_password_state check (password_state in ('Own', 'Given', 'Leaked'));
