-- How far somebody is with a saved paper and what they wrote to it; and papers taken off a list, which may be put back.

alter table saved_paper add column reading_state varchar(20) not null default 'TO_READ';
alter table saved_paper add column remark text not null default '';
alter table saved_paper add column removed_at bigint;

create index saved_paper_removed on saved_paper (removed_at) where removed_at is not null;
