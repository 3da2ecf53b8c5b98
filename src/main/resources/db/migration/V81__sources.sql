-- Sources of log lines, of all nodes. What they told is counted day by day, and forgotten after some days.
create table log_source (
    node varchar(100) not null,
    source varchar(400) not null,
    -- when the node was heard of last
    heard_at timestamp(3) with time zone not null,
    -- when lines of it were read last
    last_line timestamp(3) with time zone,
    primary key (node, source)
);

create table log_source_day (
    node varchar(100) not null,
    source varchar(400) not null,
    on_day date not null,
    -- lines, log-ins, lost lines, or one of several kinds: of mail servers, of log-ins left out, of lines unread
    counted varchar(10) not null,
    kind varchar(40) not null,
    times bigint not null,
    primary key (node, source, on_day, counted, kind)
);

create index log_source_day_by_age on log_source_day (on_day);

-- The latest few lines of each kind that could not be read, masked.
create table log_sample (
    node varchar(100) not null,
    source varchar(400) not null,
    kind varchar(40) not null,
    place smallint not null,
    line varchar(400) not null,
    primary key (node, source, kind, place)
);
