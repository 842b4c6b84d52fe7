-- People are on call from one moment to another; who was put on a list before there were shifts always is.
alter table on_call add column from_at instant;
alter table on_call add column until_at instant constraint ck_on_call_time check ((from_at is null) = (until_at is null));

-- Why the person was called; those who were before had no shifts to be called outside of.
alter table alarm_message add column basis words not null default 'OnDuty';
