-- What is watched for, what somebody is to be told of it, and who wants no notes on saved papers.

create table watch (
    seq ${sequence},
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(101) not null,
    topic varchar(500) not null,
    made_by_platform varchar(20) not null,
    made_by_space varchar(100) not null,
    made_by_id varchar(100) not null,
    made_at bigint not null,
    unique (platform, space, channel_id, topic)
);

create table alert (
    seq ${sequence},
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(101) not null,
    paper_id varchar(200) not null,
    cause varchar(20) not null,
    why text not null,
    noted_at bigint not null,
    settled integer not null,
    unique (platform, space, channel_id, paper_id, cause)
);

create index alert_waiting on alert (platform, space, channel_id, noted_at) where settled = 0;
create index alert_by_time on alert (noted_at);

create table edition_alert_paper (
    edition_key varchar(320) not null references edition (edition_key) on delete cascade,
    part_number integer not null,
    place integer not null,
    paper_id varchar(200) not null,
    why text not null,
    primary key (edition_key, part_number, place)
);

create table reader_without_notes (
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    primary key (platform, space, user_id)
);

create index saved_paper_by_paper on saved_paper (paper_id);
