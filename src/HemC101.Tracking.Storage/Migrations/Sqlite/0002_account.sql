create table person
(
    staff_no              text    not null primary key,
    user_name             text    not null,
    normalized_user_name  text    not null constraint uq_person_user_name unique,
    full_name             text    not null,
    roles                 text    not null constraint ck_person_roles check (json_type(roles) = 'array'),
    language              text    not null constraint ck_person_language check (language in ('ru', 'en')),
    password_hash         text    not null,
    pin_hash              text    not null,
    badge_serial          text    not null constraint uq_person_badge_serial unique,
    active                integer not null constraint ck_person_active check (active in (0, 1)),
    password_failures     integer not null default 0,
    password_locked_until text,
    pin_failures          integer not null default 0,
    pin_locked_until      text,
    security_stamp        text    not null,
    concurrency_stamp     text    not null,
    created_at            text    not null
) strict;

-- A row per sign-in. An ended session opens no page, whoever still holds its cookie.
create table person_session
(
    session_id text not null primary key,
    staff_no   text not null constraint fk_person_session_person references person (staff_no),
    method     text not null,
    opened_at  text not null,
    ended_at   text
) strict;

create index ix_person_session_staff_no on person_session (staff_no);
