create table person
(
    staff_no              words   not null primary key,
    user_name             words   not null,
    normalized_user_name  words   not null constraint uq_person_user_name unique,
    full_name             words   not null,
    roles                 words   not null constraint ck_person_roles check (json_typeof(roles::json) = 'array'),
    language              words   not null constraint ck_person_language check (language in ('ru', 'en')),
    password_hash         words   not null,
    pin_hash              words   not null,
    badge_serial          words   not null constraint uq_person_badge_serial unique,
    active                boolean not null,
    password_failures     integer not null default 0,
    password_locked_until instant,
    pin_failures          integer not null default 0,
    pin_locked_until      instant,
    security_stamp        words   not null,
    concurrency_stamp     words   not null,
    created_at            instant not null
);

-- A row per sign-in. An ended session opens no page, whoever still holds its cookie.
create table person_session
(
    session_id words   not null primary key,
    staff_no   words   not null constraint fk_person_session_person references person (staff_no),
    method     words   not null,
    opened_at  instant not null,
    ended_at   instant
);

create index ix_person_session_staff_no on person_session (staff_no);
