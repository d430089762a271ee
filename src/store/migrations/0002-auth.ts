/**
 * Accounts. The tables of better-auth are written out, so that what stands in the database can be read here; a test compares
 * them with what the installed better-auth wants (src/server/team/auth/auth-schema.test.ts). Only rounds_auth has rights here,
 * and it has none on schema `rounds`: who people are goes over by triggers.
 */
export const AUTH = /* sql */ `
create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "activeOrganizationId" text
);
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

create table auth."organization" (
  "id" text not null primary key,
  "name" text not null,
  "slug" text not null unique,
  "logo" text,
  "createdAt" timestamptz not null,
  "metadata" text,
  -- Ours: whoever this identity provider knows may join; at most one organisation takes them.
  "oidcIssuer" text unique
);

create table auth."member" (
  "id" text not null primary key,
  "organizationId" text not null references auth."organization" ("id") on delete cascade,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "role" text not null check ("role" in ('member', 'lead', 'owner')),
  "createdAt" timestamptz not null
);
create index "member_organizationId_idx" on auth."member" ("organizationId");
create index "member_userId_idx" on auth."member" ("userId");
-- Who asks is then never a question of which organisation they had in mind.
alter table auth."member" add constraint one_organisation_each unique ("userId");

create table auth."invitation" (
  "id" text not null primary key,
  "organizationId" text not null references auth."organization" ("id") on delete cascade,
  "email" text not null,
  "role" text check ("role" in ('member', 'lead', 'owner')),
  "status" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "inviterId" text not null references auth."user" ("id") on delete cascade,
  -- Ours: SHA-256 of the link's token, gone once it is used.
  "tokenHash" text unique
);
create index "invitation_organizationId_idx" on auth."invitation" ("organizationId");
create index "invitation_email_idx" on auth."invitation" ("email");

create table auth."deviceCode" (
  "id" text not null primary key,
  "deviceCode" text not null,
  "userCode" text not null,
  "userId" text,
  "expiresAt" timestamptz not null,
  "status" text not null,
  "lastPolledAt" timestamptz,
  "pollingInterval" integer,
  "clientId" text,
  "scope" text
);
create unique index "deviceCode_deviceCode_uidx" on auth."deviceCode" ("deviceCode");
create unique index "deviceCode_userCode_uidx" on auth."deviceCode" ("userCode");

-- Ours ---------------------------------------------------------------------------------------------------------------

create table auth.personal_token (
  id text not null primary key,
  person text not null references auth."user" ("id") on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  hash text not null unique,
  created_at timestamptz not null,
  -- YYYY-MM-DD: a day is enough to find one that nobody uses any more.
  last_used_on text
);
create index on auth.personal_token (person);

create table auth.set_up_link (
  hash text not null primary key,
  expires_at timestamptz not null,
  -- Printed while there was no organisation at all.
  is_first boolean not null
);

do $$ declare t text; begin
  foreach t in array array['user', 'session', 'account', 'verification', 'rateLimit', 'organization', 'member', 'invitation', 'deviceCode',
    'personal_token', 'set_up_link']
  loop
    execute format('create policy accounts on auth.%I to rounds_auth using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on auth.%I to rounds_auth', t);
  end loop;
end $$;

-- Who people are, for the store --------------------------------------------------------------------------------------

create function auth.keep_person() returns trigger language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update rounds.person set left_at = now() where organisation = old."organizationId" and id = old."userId";
    return old;
  end if;
  insert into rounds.person (organisation, id, name, email, role)
    select new."organizationId", u.id, u.name, u.email, new."role" from auth."user" u where u.id = new."userId"
    on conflict (organisation, id) do update set name = excluded.name, email = excluded.email, role = excluded.role, left_at = null;
  return new;
end $$;
create trigger keep_person after insert or delete or update of "role" on auth."member" for each row execute function auth.keep_person();

create function auth.keep_name() returns trigger language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  update rounds.person set name = new."name", email = new."email" where id = new."id";
  return new;
end $$;
create trigger keep_name after update of "name", "email" on auth."user" for each row execute function auth.keep_name();
revoke all on function auth.keep_person(), auth.keep_name() from public;
`;
