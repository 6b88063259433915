-- What only one of several instances may do at a time: who does it, and until when unless they say so again.

create table lease (
    lease_name varchar(200) primary key,
    owner varchar(100) not null,
    ends_at bigint not null
);
