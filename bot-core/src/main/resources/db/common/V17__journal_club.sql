-- What channels chose to discuss, and who is a member of their journal clubs.

create table club_pick (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(101) not null,
    paper_id varchar(200) not null,
    picked_at bigint not null,
    local_time varchar(5) not null,
    zone varchar(100) not null,
    days varchar(30) not null,
    primary key (platform, space, channel_id, paper_id)
);

create table club_member (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(101) not null,
    user_platform varchar(20) not null,
    user_space varchar(100) not null,
    user_id varchar(100) not null,
    user_name varchar(100) not null,
    joined_at bigint not null,
    primary key (platform, space, channel_id, user_platform, user_space, user_id)
);
