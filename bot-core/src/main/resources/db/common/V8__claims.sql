-- Who is sending a part of an edition: claimed before it is sent, so that two processes never both send it and a crash
-- leaves a trace. And which schedules' channels refuse our posts.

alter table edition_part add column claimed_by varchar(100);
alter table edition_part add column claimed_at bigint;
alter table edition_part add column first_claimed_at bigint;

create table refusal (
    subscription varchar(300) primary key,
    times integer not null,
    next_try bigint not null
);
