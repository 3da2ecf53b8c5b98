-- Programs that were not let in within the last hours, for whoever watches his own try. Whose they were is not known.
create table failed_attempt (
    -- a digest of where it came from: the address, or the first 56 bits of IPv6
    origin bigint not null,
    protocol varchar(8) not null,
    trouble varchar(20) not null,
    last_seen timestamp(3) with time zone not null,
    primary key (origin, protocol, trouble)
);

create index failed_attempt_by_age on failed_attempt (last_seen);

-- Whether a device ever logged in while people sleep: with its days, that tells a clock from a person.
alter table device add column at_night boolean default false not null;

-- Batches of lines that were handed over by HTTP and have been read, for as long as somebody may send them again. A row is
-- written in one transaction with what was learned from its batch.
create table log_batch (
    digest varchar(64) not null,
    -- of the log that it was read from
    mark varchar(64) not null,
    read_at timestamp(3) with time zone not null,
    primary key (digest)
);

create index log_batch_by_age on log_batch (read_at);

-- How customers' log-ins look at ports that speak nothing but TLS: where hardly any looks encrypted, something in front of
-- the mail server ends TLS.
create table port_day (
    on_day date not null,
    port integer not null,
    tls bigint not null,
    dark bigint not null,
    primary key (on_day, port)
);
