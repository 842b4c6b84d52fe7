-- How fine its print head is; labels are drawn for it.
alter table printer add column dpi integer not null default 203;
