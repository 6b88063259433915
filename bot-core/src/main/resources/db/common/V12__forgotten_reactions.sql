-- Reactions that still stand under posts though whoever put them there had everything forgotten: they must not bring
-- anything back when they are read again. Whose they are is told by a salted hash alone.
create table forgotten_reaction (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    message_id varchar(100) not null,
    emoji varchar(20) not null,
    salt varchar(40) not null,
    person_hash varchar(64) not null,
    primary key (platform, space, channel_id, message_id, emoji, person_hash)
);

create index standing_reaction_by_user on standing_reaction (user_platform, user_space, user_id);
