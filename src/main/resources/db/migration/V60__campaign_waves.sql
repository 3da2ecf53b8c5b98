-- Waves by mail domain, with blanks between their names, and a pause that keeps the wave.
alter table campaign_control add column domains text default '' not null;
alter table campaign_control add column paused boolean default false not null;

-- When a letter to this mailbox was claimed last: it keeps two letters apart, whatever node sends them.
alter table recipient add column last_claim timestamp(3) with time zone;
update recipient set last_claim = (select max(claimed) from letter where letter.mailbox = recipient.mailbox);

-- One row: when the next letter of all nodes may go, and how many went since the full hour; microseconds since 1970.
create table letter_pace (
    id smallint not null,
    next_turn bigint not null,
    hour_began bigint not null,
    in_hour integer not null,
    primary key (id)
);

insert into letter_pace (id, next_turn, hour_began, in_hour) values (1, 0, 0, 0);

-- Mailboxes that operators leave alone until a day.
create table excused_mailbox (
    mailbox varchar(320) not null,
    reason varchar(200) not null,
    last_day date not null,
    primary key (mailbox)
);
