-- Whether a message comes without a sound.

alter table edition_part add column quiet integer not null default 0;
