-- When a reaction was noted, for votes are counted from reactions; and the papers that members of a server handed in.

alter table standing_reaction add column noted_at bigint not null default 0;

create table submission (
    platform varchar(20) not null,
    space varchar(100) not null,
    paper_id varchar(200) not null,
    channel_id varchar(100) not null,
    user_platform varchar(20) not null,
    user_space varchar(100) not null,
    user_id varchar(100) not null,
    user_name varchar(100) not null,
    reason text not null,
    submitted_at bigint not null,
    -- WAITING until its paper could be fetched, then READY.
    state varchar(20) not null,
    primary key (platform, space, paper_id)
);

create index submission_by_channel on submission (platform, space, channel_id, submitted_at);
create index submission_by_user on submission (user_platform, user_space, user_id, submitted_at);
