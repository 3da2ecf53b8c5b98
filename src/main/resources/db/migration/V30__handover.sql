-- What somebody carries from one device to the next: sealed, under the digest of a code, for half an hour.
create table handover (
    digest varchar(64) not null,
    content varchar(3000) not null,
    until timestamp(3) with time zone not null,
    primary key (digest)
);

create index handover_by_age on handover (until);

-- Codes that were tried and were wrong, counted against guessing; rows go after half an hour.
create table handover_attempt (
    id uuid not null,
    network varchar(64) not null,
    at timestamp(3) with time zone not null,
    primary key (id)
);

create index handover_attempt_by_network on handover_attempt (network, at);
create index handover_attempt_by_age on handover_attempt (at);
