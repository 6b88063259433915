-- Accounts of one person share a value of person.
create table linked_account (
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    person varchar(40) not null,
    linked_at bigint not null,
    primary key (platform, space, user_id)
);

create index linked_account_by_person on linked_account (person);

create table link_code (
    code_hash varchar(64) primary key,
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    user_name varchar(100) not null,
    made_at bigint not null,
    unique (platform, space, user_id)
);

-- Wrong codes, so that nobody tries many.
create table link_try (
    seq ${sequence},
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    tried_at bigint not null
);

create index link_try_by_time on link_try (tried_at);
