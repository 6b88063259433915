-- Servers that Paperboy is no longer a member of, and since when that is known.
create table departure (
    platform varchar(20) not null,
    space varchar(100) not null,
    left_at bigint not null,
    primary key (platform, space)
);
