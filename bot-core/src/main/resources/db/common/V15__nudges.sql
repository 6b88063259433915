create table nudge (
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    next_at bigint not null,
    primary key (platform, space, user_id)
);

create index nudge_by_time on nudge (next_at);
