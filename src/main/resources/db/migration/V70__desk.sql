-- Which changes of cases other systems were not told yet. A change is written in one transaction with its case: none is
-- lost, and none is told that did not happen. What changed before this column was there is old news.
alter table case_change add column untold boolean default false not null;
alter table case_change alter column untold set default true;
create index case_change_untold on case_change (untold, number);
create index case_change_by_state on case_change (to_state, mailbox);

-- A change on its way to one other system.
create table hook_delivery (
    change_number bigint not null,
    hook varchar(40) not null,
    attempts integer not null,
    -- when it is tried next; while it is under way, until when nobody else takes it
    due timestamp(3) with time zone not null,
    primary key (change_number, hook),
    foreign key (change_number) references case_change (number) on delete cascade
);

create index hook_delivery_by_time on hook_delivery (due);

-- Who did what at the desk, and when.
create table deed (
    number bigint generated always as identity,
    at timestamp(3) with time zone not null,
    who varchar(80) not null,
    kind varchar(24) not null,
    -- the mailbox that it was done to; empty where it was done to all
    mailbox varchar(320) not null,
    detail varchar(400) not null,
    primary key (number)
);

create index deed_by_mailbox on deed (mailbox, number);

-- How many cases there were at the end of each day.
create table case_day (
    on_day date not null,
    weakness varchar(16) not null,
    state varchar(16) not null,
    cases bigint not null,
    primary key (on_day, weakness, state)
);

-- How often a step was taken on a day by those who came by a letter. Nobody can be recognised in it.
create table step_day (
    on_day date not null,
    step varchar(16) not null,
    weakness varchar(16) not null,
    program varchar(64) not null,
    times bigint not null,
    primary key (on_day, step, weakness, program)
);
