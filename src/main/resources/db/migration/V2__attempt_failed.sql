-- An attempt counts as failed until its login worked or no server judged the password.
alter table attempt add column failed boolean default true not null;

-- One row: what subjects are digested with, where no key is configured; all nodes share it.
create table throttle_key (
    id smallint not null,
    digits varchar(64) not null,
    primary key (id)
);
