alter table subscription add column catch_up varchar(20) not null default 'LATE';
alter table subscription add column settling_hours integer not null default 0;
