-- What the mail servers' logs show: one row for each program of each mailbox, as far as log-ins tell programs apart.
create table device (
    -- a digest of the mailbox and of how it logs in, so that nobody has to ask for it
    id uuid not null,
    mailbox varchar(320) not null,
    protocol varchar(8) not null,
    encryption varchar(8) not null,
    obsolete_tls varchar(8) not null,
    mechanism varchar(24) not null,
    old_name varchar(255) not null,
    client varchar(160) not null,
    -- the key of its weakness; empty for a device that may stay
    weakness varchar(16) not null,
    weak boolean not null,
    first_seen timestamp(3) with time zone not null,
    last_seen timestamp(3) with time zone not null,
    logins bigint not null,
    last_day date not null,
    -- the latest earlier day on which it logged in
    day_before date,
    -- where it came from last: the address, or its digest; empty once it is older than it may be
    address varchar(50) not null,
    network varchar(50) not null,
    primary key (id)
);

create index device_by_mailbox on device (mailbox);
create index device_by_weakness on device (weak, mailbox, last_seen, day_before, weakness);
create index device_by_age on device (last_seen);

-- How often a device logged in on a day.
create table device_day (
    device uuid not null,
    on_day date not null,
    logins integer not null,
    primary key (device, on_day)
);

create index device_day_by_age on device_day (on_day);

-- How far a log was read; it is written in one transaction with what was learned up to there.
create table log_position (
    mark varchar(64) not null,
    read_to bigint not null,
    since bigint not null,
    -- positions of log-ins that wait for a later line, with commas between
    waiting text not null,
    primary key (mark)
);

-- One row: what customers' addresses are digested with, where they are not to be stored.
create table address_key (
    id smallint not null,
    digits varchar(64) not null,
    primary key (id)
);
