/**
 * Letters that wait to be sent, what a person wants of them, and the address of a person's calendar. With the accounts, because
 * a letter goes out in the transaction that gives a reason for it, and because who asks for a calendar says so with a key alone.
 */
export const MAIL = /* sql */ `
create table auth.outbox (
  -- Also in its Message-ID: the same however often it is sent.
  id text not null primary key,
  kind text not null check (kind in ('invitation', 'password-reset', 'password-changed', 'digest')),
  -- Null for who has no account yet.
  person text references auth."user" (id) on delete cascade,
  -- What is told once only: a second letter of the same reason is none.
  reason text unique,
  -- To whom and what, encrypted with a key outside the database: letters hold links that open things. Null once it is no longer needed.
  body bytea,
  state text not null check (state in ('waiting', 'sent', 'refused', 'too-late')),
  attempts integer not null default 0,
  -- While somebody sends it: when another may take over.
  next_at timestamptz not null,
  -- After that nobody would want it any more.
  until timestamptz not null,
  -- A code of the last failure; it names nobody.
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'waiting') = (body is not null))
);
create index on auth.outbox (next_at) where state = 'waiting';
create index on auth.outbox (person);

create table auth.mail_preference (
  person text not null primary key references auth."user" (id) on delete cascade,
  weekly boolean not null,
  -- 1 is Monday (ISO 8601).
  weekday integer not null check (weekday between 1 and 7),
  -- Of the IANA database.
  zone text not null check (char_length(zone) between 1 and 64),
  updated_at timestamptz not null
);

create table auth.calendar_link (
  person text not null primary key references auth."user" (id) on delete cascade,
  -- SHA-256 of the key in the address.
  hash text not null unique,
  created_at timestamptz not null,
  -- YYYY-MM-DD: enough to see whether a calendar still asks.
  last_used_on text
);

do $$ declare t text; begin
  foreach t in array array['outbox', 'mail_preference', 'calendar_link'] loop
    execute format('create policy accounts on auth.%I to rounds_auth using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on auth.%I to rounds_auth', t);
  end loop;
end $$;
`;
