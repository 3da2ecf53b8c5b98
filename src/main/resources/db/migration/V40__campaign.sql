-- One mailbox and one reason why its programs will not be let in any more.
create table warning_case (
    mailbox varchar(320) not null,
    weakness varchar(16) not null,
    state varchar(16) not null,
    since timestamp(3) with time zone not null,
    opened timestamp(3) with time zone not null,
    last_insecure timestamp(3) with time zone not null,
    relapses integer not null,
    excuse varchar(200) not null,
    excused_until date,
    primary key (mailbox, weakness)
);

create index warning_case_by_state on warning_case (state, mailbox);
create index warning_case_by_silence on warning_case (state, last_insecure);
create index warning_case_by_age on warning_case (state, since);

-- Every change of a case, in its order; it is written in one transaction with the change.
create table case_change (
    number bigint generated always as identity,
    mailbox varchar(320) not null,
    weakness varchar(16) not null,
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    at timestamp(3) with time zone not null,
    primary key (number)
);

create index case_change_by_mailbox on case_change (mailbox);

-- Whoever got a letter or may get one. The code stands in every letter to him.
create table recipient (
    mailbox varchar(320) not null,
    code varchar(8) not null,
    language varchar(16) not null,
    last_letter timestamp(3) with time zone,
    primary key (mailbox)
);

create unique index recipient_by_code on recipient (code);

-- One row for each letter, written before it is sent: the key is what keeps it from being sent twice.
create table letter (
    mailbox varchar(320) not null,
    round integer not null,
    kind varchar(16) not null,
    outcome varchar(16) not null,
    claimed timestamp(3) with time zone not null,
    settled timestamp(3) with time zone,
    primary key (mailbox, round, kind)
);

create index letter_by_age on letter (claimed);

-- One row: whether letters go out, and to whom.
create table campaign_control (
    id smallint not null,
    mode varchar(8) not null,
    share integer not null,
    changed timestamp(3) with time zone not null,
    changed_by varchar(80) not null,
    primary key (id)
);

-- What links are sealed with.
create table link_key (
    version integer not null,
    digits varchar(64) not null,
    made timestamp(3) with time zone not null,
    primary key (version)
);
