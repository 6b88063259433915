-- Which papers were recommended to whom.

create table impression (
    platform varchar(20) not null,
    space varchar(100) not null,
    user_id varchar(100) not null,
    paper_id varchar(200) not null,
    shown_at bigint not null,
    primary key (platform, space, user_id, paper_id)
);
