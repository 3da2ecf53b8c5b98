-- Attempts at the check, counted for the throttle. A subject is a digest of a mailbox or a network, never its name;
-- rows are deleted as soon as they no longer count.
create table attempt (
    id uuid not null,
    subject varchar(64) not null,
    at timestamp(3) with time zone not null,
    primary key (id, subject)
);

create index attempt_by_subject on attempt (subject, at);
create index attempt_by_age on attempt (at);
