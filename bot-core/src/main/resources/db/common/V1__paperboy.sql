-- Instants are milliseconds since 1970 UTC, days are ISO 8601, references are the platform's own ids.

create table observation (
    seq ${sequence},
    paper_id varchar(200) not null,
    observed_at bigint not null,
    list_name varchar(100) not null,
    listed_on varchar(10),
    upvotes integer,
    comments integer,
    github_stars integer,
    unique (paper_id, observed_at, list_name)
);

create index observation_by_time on observation (observed_at);

create table source_cursor (
    source varchar(200) primary key,
    position text not null
);

create table saved_paper (
    seq ${sequence},
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    paper_id varchar(200) not null,
    saved_at bigint not null,
    unique (platform, space, user_id, paper_id)
);

create index saved_paper_by_time on saved_paper (platform, space, user_id, saved_at);

create table subscription (
    id varchar(300) primary key,
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    local_time varchar(5) not null,
    zone varchar(100) not null,
    days varchar(40) not null,
    paper_count integer not null,
    topic text not null,
    quiet_day varchar(20) not null,
    made_by_platform varchar(20) not null,
    made_by_space varchar(100) not null,
    made_by_id varchar(100) not null,
    active integer not null,
    next_due bigint not null,
    last_edition varchar(10),
    last_error text
);

create index subscription_by_channel on subscription (platform, space, channel_id);
create index subscription_by_due on subscription (active, next_due);

create table edition (
    edition_key varchar(320) primary key,
    subscription varchar(300) not null,
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    local_day varchar(10) not null,
    planned_at bigint not null,
    state varchar(20) not null,
    attempts integer not null,
    next_try bigint not null
);

create index edition_by_state on edition (state, next_try);
create index edition_by_subscription on edition (subscription, state);

create table edition_part (
    edition_key varchar(320) not null references edition (edition_key) on delete cascade,
    part_number integer not null,
    paper_id varchar(200),
    body text not null,
    hint text not null,
    state varchar(20) not null,
    message_space varchar(100),
    message_channel varchar(100),
    message_id varchar(100),
    primary key (edition_key, part_number)
);

create table message_paper (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    message_id varchar(100) not null,
    place integer not null,
    paper_id varchar(200) not null,
    primary key (platform, space, channel_id, message_id, place)
);

create table digest_paper (
    platform varchar(20) not null,
    space varchar(100) not null,
    channel_id varchar(100) not null,
    paper_id varchar(200) not null,
    primary key (platform, space, channel_id, paper_id)
);

create table request_key (
    key_text varchar(24) primary key,
    request text not null
);
