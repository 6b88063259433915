-- Which reactions stand under our messages as far as we know: after a gap, the difference is what happened in it.

create table standing_reaction (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    message_id varchar(100) not null,
    emoji varchar(20) not null,
    user_platform varchar(20) not null,
    user_space varchar(100) not null,
    user_id varchar(100) not null,
    primary key (platform, space, channel_id, message_id, emoji, user_platform, user_space, user_id)
);
