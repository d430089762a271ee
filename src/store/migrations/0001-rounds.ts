// Over 400 lines: the shape of the store in one place, rights beside the tables they guard.
/**
 * What people chose to share. Rights live here and not in the application: its role owns nothing, sees only rows of the person
 * set for the transaction, and moves a round only through functions that check who and from where.
 */
export const ROUNDS = /* sql */ `
-- Who may see a case is asked of tables that come after it.
set local check_function_bodies = off;
create extension if not exists pg_trgm with schema public;

create function rounds.me() returns text language sql stable as $$ select nullif(current_setting('app.person', true), '') $$;
create function rounds.here() returns text language sql stable as $$ select nullif(current_setting('app.organisation', true), '') $$;

-- People -------------------------------------------------------------------------------------------------------------

create table rounds.person (
  organisation text not null,
  id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('member', 'lead', 'owner')),
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (organisation, id)
);
create policy same_organisation on rounds.person for select to rounds_app using (organisation = rounds.here());
grant select on rounds.person to rounds_app;

create table rounds.pair (
  id text primary key check (id ~ '^g_[0-9a-f]{16}$'),
  organisation text not null,
  name text not null check (char_length(name) between 1 and 80),
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create table rounds.pair_member (
  pair text not null references rounds.pair,
  organisation text not null,
  person text not null,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (pair, person),
  foreign key (organisation, person) references rounds.person (organisation, id)
);
create index on rounds.pair_member (organisation, person);

create function rounds.is_in_pair(p_pair text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.pair_member m join rounds.pair p on p.id = m.pair
    where m.pair = p_pair and m.person = rounds.me() and m.organisation = rounds.here() and m.left_at is null)
$$;
create policy mine on rounds.pair for select to rounds_app using (organisation = rounds.here() and rounds.is_in_pair(id));
create policy mine on rounds.pair_member for select to rounds_app using (organisation = rounds.here() and rounds.is_in_pair(pair));
grant select on rounds.pair, rounds.pair_member to rounds_app;

-- A pair is made by one of its people; everyone named must be of the organisation.
create function rounds.make_pair(p_id text, p_name text, p_people text[]) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare everyone text[] := array(select distinct unnest(array_append(p_people, rounds.me())));
begin
  if cardinality(everyone) < 2 then raise exception 'a pair needs two people' using errcode = 'RD001'; end if;
  if (select count(*) from rounds.person where organisation = rounds.here() and id = any (everyone) and left_at is null) <> cardinality(everyone) then
    raise exception 'not of this organisation' using errcode = 'RD003';
  end if;
  insert into rounds.pair (id, organisation, name, created_by) values (p_id, rounds.here(), p_name, rounds.me());
  insert into rounds.pair_member (pair, organisation, person) select p_id, rounds.here(), unnest(everyone);
end $$;
create function rounds.leave_pair(p_pair text) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with gone as (update rounds.pair_member set left_at = now()
    where pair = p_pair and organisation = rounds.here() and person = rounds.me() and left_at is null returning 1)
  select exists (select from gone)
$$;

-- Cases --------------------------------------------------------------------------------------------------------------

create table rounds.shared_case (
  id text primary key check (id ~ '^c_[0-9a-f]{16}$'),
  organisation text not null,
  pair text not null references rounds.pair,
  owner text not null,
  kind text not null check (kind in ('moment', 'comparison', 'deconstruction', 'hand-off')),
  -- Of the request's exact bytes: sending them twice makes one case. Null once forgotten.
  digest text,
  -- Encrypted with the key of this case, which lies outside the database. Empty once forgotten.
  content bytea not null,
  tree_hash text,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  forgotten_at timestamptz,
  foreign key (organisation, owner) references rounds.person (organisation, id)
);
create unique index on rounds.shared_case (organisation, owner, digest) where digest is not null;
create index on rounds.shared_case (organisation, pair, created_at desc);

create table rounds.case_tree (
  case_id text primary key references rounds.shared_case,
  organisation text not null,
  archive bytea not null
);
-- What happened next, and the tree that mended it: nobody reads these but through read_withheld.
create table rounds.case_withheld (
  case_id text not null references rounds.shared_case,
  part text not null check (part in ('outcome', 'fix')),
  organisation text not null,
  body bytea not null,
  primary key (case_id, part)
);

create function rounds.sees_case(p_case text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.shared_case c where c.id = p_case and c.organisation = rounds.here()
    and (c.owner = rounds.me() or c.published_at is not null or rounds.is_in_pair(c.pair)
      or exists (select from rounds.round r join rounds.round_participant p on p.round = r.id where r.case_id = c.id and p.person = rounds.me())))
$$;

-- Rounds -------------------------------------------------------------------------------------------------------------

create table rounds.round (
  id text primary key check (id ~ '^r_[0-9a-f]{16}$'),
  organisation text not null,
  case_id text not null references rounds.shared_case,
  state text not null check (state in ('framed', 'sealing', 'revealed', 'proving', 'debrief', 'closed', 'withdrawn')),
  called_by text not null,
  created_at timestamptz not null,
  revealed_at timestamptz,
  closed_at timestamptz,
  debrief_draft jsonb not null default '{}',
  debrief_version int not null default 0
);
create index on rounds.round (case_id);
create index on rounds.round (organisation, created_at desc);
create table rounds.round_participant (
  round text not null references rounds.round,
  organisation text not null,
  person text not null,
  place int not null,
  -- They lived through the case: their judgement never counts for calibration.
  knew_outcome boolean not null,
  -- That they answered; neither how nor when.
  answered boolean not null default false,
  primary key (round, person),
  foreign key (organisation, person) references rounds.person (organisation, id)
);
create index on rounds.round_participant (organisation, person);
-- Sealed or passed, alike from outside: encrypted, padded, nobody's to read before everyone has answered.
create table rounds.answer (
  round text not null,
  person text not null,
  organisation text not null,
  ordinal int not null,
  body bytea not null,
  -- SHA-256 of salt and judgement, and of the answer before with this one: what was sealed first stays provable.
  commitment bytea not null check (octet_length(commitment) = 32),
  chain bytea not null,
  at timestamptz not null,
  primary key (round, person),
  unique (round, ordinal),
  foreign key (round, person) references rounds.round_participant (round, person)
);
create table rounds.round_log (
  round text not null references rounds.round,
  n int not null,
  organisation text not null,
  person text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  primary key (round, n)
);
-- Every debrief a round was closed with: re-opening adds one and rewrites none.
create table rounds.debrief (
  round text not null references rounds.round,
  n int not null,
  organisation text not null,
  body jsonb not null,
  closed_by text not null,
  at timestamptz not null,
  primary key (round, n)
);
-- The moves people make, as src/rounds/transitions.ts has them (a test compares). Reveal is not among them: it has its own function.
create table rounds.transition (
  action text not null,
  from_state text not null,
  to_state text not null,
  primary key (action, from_state)
);
insert into rounds.transition values
  ('withdraw', 'framed', 'withdrawn'), ('withdraw', 'sealing', 'withdrawn'),
  ('prove', 'revealed', 'proving'),
  ('start-debrief', 'revealed', 'debrief'), ('start-debrief', 'proving', 'debrief'),
  ('close', 'debrief', 'closed'), ('reopen', 'closed', 'debrief');
create policy anyone on rounds.transition for select to rounds_app using (true);
grant select on rounds.transition to rounds_app;

create function rounds.is_in_round(p_round text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.round_participant where round = p_round and person = rounds.me() and organisation = rounds.here())
$$;
create policy mine on rounds.round for select to rounds_app using (organisation = rounds.here() and rounds.is_in_round(id));
create policy mine on rounds.round_participant for select to rounds_app using (organisation = rounds.here() and rounds.is_in_round(round));
create policy mine on rounds.round_log for select to rounds_app using (organisation = rounds.here() and rounds.is_in_round(round));
create policy mine on rounds.debrief for select to rounds_app using (organisation = rounds.here() and rounds.is_in_round(round));
grant select on rounds.round, rounds.round_participant, rounds.round_log, rounds.debrief to rounds_app;

create policy seen on rounds.shared_case for select to rounds_app using (organisation = rounds.here() and rounds.sees_case(id));
create policy own on rounds.shared_case for insert to rounds_app
  with check (organisation = rounds.here() and owner = rounds.me() and rounds.is_in_pair(pair) and published_at is null and forgotten_at is null);
create policy seen on rounds.case_tree for select to rounds_app using (organisation = rounds.here() and rounds.sees_case(case_id));
create function rounds.owns_case(p_case text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.shared_case where id = p_case and organisation = rounds.here() and owner = rounds.me() and forgotten_at is null)
$$;
create policy own on rounds.case_tree for insert to rounds_app with check (organisation = rounds.here() and rounds.owns_case(case_id));
create policy own on rounds.case_withheld for insert to rounds_app with check (organisation = rounds.here() and rounds.owns_case(case_id));
grant select, insert on rounds.shared_case, rounds.case_tree to rounds_app;
grant insert on rounds.case_withheld to rounds_app;

-- To its owner always, to others once a round of it that they took part in is revealed.
create function rounds.read_withheld(p_case text, p_part text) returns bytea language sql stable security definer set search_path = rounds, pg_temp as $$
  select w.body from rounds.case_withheld w
  where w.case_id = p_case and w.part = p_part and w.organisation = rounds.here()
    and (rounds.owns_case(p_case) or exists (
      select from rounds.round r join rounds.round_participant p on p.round = r.id
      where r.case_id = p_case and r.revealed_at is not null and p.person = rounds.me()))
$$;
create function rounds.publish_case(p_case text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.shared_case set published_at = coalesce(published_at, p_at)
    where id = p_case and organisation = rounds.here() and owner = rounds.me() and forgotten_at is null returning 1)
  select exists (select from done)
$$;

-- Calls a round among people who may see the case. The owner of a case knows how it ended.
create function rounds.call_round(p_id text, p_case text, p_people text[], p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
  c rounds.shared_case;
  everyone text[] := array(select person from unnest(array_prepend(rounds.me(), p_people)) with ordinality as named(person, place) group by person order by min(place));
begin
  select * into c from rounds.shared_case where id = p_case and organisation = rounds.here() and rounds.sees_case(p_case) for share;
  if not found then raise exception 'no such case' using errcode = 'RD002'; end if;
  if c.forgotten_at is not null then raise exception 'the case was forgotten' using errcode = 'RD004'; end if;
  if exists (select from unnest(everyone) as named(person) where not exists (
      select from rounds.person p where p.organisation = rounds.here() and p.id = named.person and p.left_at is null
        and (c.published_at is not null or p.id = c.owner
          or exists (select from rounds.pair_member m where m.pair = c.pair and m.person = p.id and m.left_at is null)))) then
    raise exception 'not everyone may see this case' using errcode = 'RD003';
  end if;
  insert into rounds.round (id, organisation, case_id, state, called_by, created_at) values (p_id, rounds.here(), p_case, 'sealing', rounds.me(), p_at);
  insert into rounds.round_participant (round, organisation, person, place, knew_outcome)
    select p_id, rounds.here(), person, place, person = c.owner
      or exists (select from rounds.round r join rounds.round_participant p on p.round = r.id
        where r.case_id = p_case and r.revealed_at is not null and p.person = named.person)
    from unnest(everyone) with ordinality as named(person, place);
  insert into rounds.round_log values (p_id, 1, rounds.here(), rounds.me(), 'call', 'framed', 'sealing', p_at);
end $$;

create function rounds.answer_round(p_round text, p_body bytea, p_commitment bytea, p_at timestamptz, out ordinal int, out waiting int)
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare r rounds.round; before bytea;
begin
  select * into r from rounds.round where id = p_round and organisation = rounds.here() and rounds.is_in_round(p_round) for update;
  if not found then raise exception 'no such round' using errcode = 'RD002'; end if;
  if r.state <> 'sealing' then raise exception 'not sealing' using errcode = 'RD004'; end if;
  update rounds.round_participant set answered = true where round = p_round and person = rounds.me() and not answered;
  if not found then raise exception 'already answered' using errcode = 'RD005'; end if;
  select a.ordinal, a.chain into ordinal, before from rounds.answer a where a.round = p_round order by a.ordinal desc limit 1;
  ordinal := coalesce(ordinal, 0) + 1;
  insert into rounds.answer values (p_round, rounds.me(), rounds.here(), ordinal, p_body, p_commitment,
    sha256(coalesce(before, ''::bytea) || p_commitment || convert_to(rounds.me(), 'UTF8')), p_at);
  select count(*) into waiting from rounds.round_participant where round = p_round and not answered;
end $$;

create function rounds.reveal_round(p_round text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare r rounds.round;
begin
  select * into r from rounds.round where id = p_round and organisation = rounds.here() and rounds.is_in_round(p_round) for update;
  if not found then raise exception 'no such round' using errcode = 'RD002'; end if;
  if r.state <> 'sealing' then raise exception 'not sealing' using errcode = 'RD004'; end if;
  if exists (select from rounds.round_participant p where p.round = p_round
      and not exists (select from rounds.answer a where a.round = p.round and a.person = p.person)) then
    return false;
  end if;
  update rounds.round set state = 'revealed', revealed_at = p_at where id = p_round;
  insert into rounds.round_log
    select p_round, (select max(n) from rounds.round_log where round = p_round) + a.ordinal, a.organisation, a.person, 'answer', 'sealing', 'sealing', a.at
    from rounds.answer a where a.round = p_round;
  insert into rounds.round_log
    select p_round, max(n) + 1, rounds.here(), rounds.me(), 'reveal', 'sealing', 'revealed', p_at from rounds.round_log where round = p_round;
  return true;
end $$;

create function rounds.read_answers(p_round text) returns table (person text, ordinal int, body bytea, commitment bytea, chain bytea, at timestamptz)
language sql stable security definer set search_path = rounds, pg_temp as $$
  select a.person, a.ordinal, a.body, a.commitment, a.chain, a.at from rounds.answer a join rounds.round r on r.id = a.round
  where a.round = p_round and a.organisation = rounds.here() and r.revealed_at is not null and rounds.is_in_round(p_round)
  order by a.ordinal
$$;

create function rounds.move_round(p_round text, p_action text, p_debrief jsonb, p_at timestamptz) returns text language plpgsql security definer set search_path = rounds, pg_temp as $$
declare r rounds.round; goes_to text; last int;
begin
  select * into r from rounds.round where id = p_round and organisation = rounds.here() and rounds.is_in_round(p_round) for update;
  if not found then raise exception 'no such round' using errcode = 'RD002'; end if;
  select to_state into goes_to from rounds.transition where action = p_action and from_state = r.state;
  if not found then raise exception 'not from here' using errcode = 'RD004'; end if;
  if (p_action = 'close') <> (p_debrief is not null) then raise exception 'a debrief closes a round' using errcode = 'RD001'; end if;
  select max(n) into last from rounds.round_log where round = p_round;
  update rounds.round set state = goes_to, closed_at = case when goes_to = 'closed' then p_at end where id = p_round;
  if p_debrief is not null then
    insert into rounds.debrief select p_round, count(*) + 1, rounds.here(), p_debrief, rounds.me(), p_at from rounds.debrief where round = p_round;
  end if;
  insert into rounds.round_log values (p_round, last + 1, rounds.here(), rounds.me(), p_action, r.state, goes_to, p_at);
  return goes_to;
end $$;

-- Both write one debrief: who saves on top of an older version is told, and loses nothing. Returns the new version, null where it was older.
create function rounds.save_debrief(p_round text, p_draft jsonb, p_on_version int) returns int language plpgsql security definer set search_path = rounds, pg_temp as $$
declare saved int;
begin
  if not rounds.is_in_round(p_round) then raise exception 'no such round' using errcode = 'RD002'; end if;
  if not exists (select from rounds.round where id = p_round and state = 'debrief') then raise exception 'not in debrief' using errcode = 'RD004'; end if;
  update rounds.round set debrief_draft = p_draft, debrief_version = debrief_version + 1
    where id = p_round and state = 'debrief' and debrief_version = p_on_version returning debrief_version into saved;
  return saved;
end $$;

-- Probes -------------------------------------------------------------------------------------------------------------

create table rounds.probe (
  id text primary key check (id ~ '^p_[0-9a-f]{16}$'),
  organisation text not null,
  round text not null references rounds.round,
  case_id text not null references rounds.shared_case,
  author text not null,
  -- Which of the case's trees it runs on.
  target text not null check (target in ('agent', 'fix', 'patch')),
  -- Encrypted with the key of the case: suite, path, code, and the patch where one is proposed. Empty once forgotten.
  body bytea not null,
  -- Of the code and what it runs on, as its author sent it: the owner's approval names it.
  sha256 text not null,
  state text not null default 'pending' check (state in ('pending', 'running', 'ended', 'declined', 'cancelled')),
  result bytea,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index on rounds.probe (round, created_at);
create index on rounds.probe (case_id) where state in ('pending', 'running');
create table rounds.probe_output (
  probe text not null references rounds.probe,
  n int not null,
  organisation text not null,
  body bytea not null,
  primary key (probe, n)
);
-- Also who owns the case and takes no part in the round: it is their machine that would run it.
create policy mine on rounds.probe for select to rounds_app
  using (organisation = rounds.here() and (rounds.is_in_round(round) or rounds.owns_case(case_id)));
create function rounds.is_revealed(p_round text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.round where id = p_round and revealed_at is not null)
$$;
create function rounds.case_of_round(p_round text) returns text language sql stable security definer set search_path = rounds, pg_temp as $$
  select case_id from rounds.round where id = p_round
$$;
create policy own on rounds.probe for insert to rounds_app
  with check (organisation = rounds.here() and author = rounds.me() and state = 'pending' and result is null
    and rounds.is_in_round(round) and rounds.is_revealed(round) and case_id = rounds.case_of_round(round));
-- Only the owner of the case, on whose machine it runs, moves a probe; its author may take back what has not begun.
create policy owner on rounds.probe for update to rounds_app
  using (organisation = rounds.here() and (rounds.owns_case(case_id) or (author = rounds.me() and state = 'pending')))
  with check (rounds.owns_case(case_id) or (author = rounds.me() and state = 'cancelled'));
create function rounds.in_round_of_probe(p_probe text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.probe p where p.id = p_probe and (rounds.is_in_round(p.round) or rounds.owns_case(p.case_id)))
$$;
create function rounds.concerned_by_probe(p_probe text) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  select r.person from rounds.round_participant r join rounds.probe p on p.round = r.round where p.id = p_probe and rounds.in_round_of_probe(p_probe)
  union select c.owner from rounds.shared_case c join rounds.probe p on p.case_id = c.id where p.id = p_probe and rounds.in_round_of_probe(p_probe)
$$;
create function rounds.runs_probe(p_probe text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.probe p where p.id = p_probe and p.state = 'running' and rounds.owns_case(p.case_id))
$$;
create policy mine on rounds.probe_output for select to rounds_app using (organisation = rounds.here() and rounds.in_round_of_probe(probe));
create policy owner on rounds.probe_output for insert to rounds_app with check (organisation = rounds.here() and rounds.runs_probe(probe));
grant select, insert on rounds.probe, rounds.probe_output to rounds_app;
grant update (state, result, started_at, ended_at) on rounds.probe to rounds_app;

-- Lessons ------------------------------------------------------------------------------------------------------------

create table rounds.lesson (
  id text primary key check (id ~ '^l_[0-9a-f]{16}$'),
  organisation text not null,
  pair text references rounds.pair,
  round text references rounds.round,
  case_id text references rounds.shared_case,
  rule text not null,
  reasoning text not null,
  author text not null,
  authors text[] not null,
  tags text[] not null default '{}',
  -- Of the pair until one of its authors publishes it.
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  words tsvector not null
);
create index on rounds.lesson using gin (words);
create index on rounds.lesson using gin ((rule || ' ' || reasoning) public.gin_trgm_ops);
create index on rounds.lesson (organisation, created_at desc);
create table rounds.lesson_anchor (
  lesson text not null references rounds.lesson,
  n int not null,
  organisation text not null,
  -- The repository's address without credentials, so that two clones are one.
  repository text not null,
  path text not null,
  symbol text,
  start_line int not null,
  end_line int not null,
  -- SHA-256 of the anchored code without white space at line ends.
  content_hash text not null,
  commit_sha text not null,
  stale_at timestamptz,
  stale_commit text,
  primary key (lesson, n)
);
create index on rounds.lesson_anchor (organisation, repository, path);
create function rounds.sees_lesson(p_lesson text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.lesson l where l.id = p_lesson and l.organisation = rounds.here()
    and (l.published_at is not null or rounds.me() = any (l.authors) or (l.pair is not null and rounds.is_in_pair(l.pair))))
$$;
create function rounds.writes_lesson(p_lesson text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.lesson l where l.id = p_lesson and l.organisation = rounds.here() and rounds.me() = any (l.authors))
$$;
create policy seen on rounds.lesson for select to rounds_app
  using (organisation = rounds.here() and (published_at is not null or rounds.me() = any (authors) or (pair is not null and rounds.is_in_pair(pair))));
create policy own on rounds.lesson for insert to rounds_app
  with check (organisation = rounds.here() and author = rounds.me() and rounds.me() = any (authors)
    and (pair is null or rounds.is_in_pair(pair)) and (round is null or rounds.is_in_round(round)));
create policy own_to_change on rounds.lesson for update to rounds_app
  using (organisation = rounds.here() and rounds.me() = any (authors)) with check (organisation = rounds.here() and rounds.me() = any (authors));
create policy seen on rounds.lesson_anchor for select to rounds_app using (organisation = rounds.here() and rounds.sees_lesson(lesson));
create policy own on rounds.lesson_anchor for insert to rounds_app with check (organisation = rounds.here() and rounds.writes_lesson(lesson));
-- Whoever sees that the code moved on says so; only its authors anchor a lesson anew.
create policy seen_to_tell on rounds.lesson_anchor for update to rounds_app
  using (organisation = rounds.here() and rounds.sees_lesson(lesson)) with check (organisation = rounds.here() and rounds.sees_lesson(lesson));
create policy own_to_anchor on rounds.lesson_anchor for delete to rounds_app using (organisation = rounds.here() and rounds.writes_lesson(lesson));
grant select, insert on rounds.lesson, rounds.lesson_anchor to rounds_app;
grant update (rule, reasoning, tags, published_at, updated_at, retired_at, words) on rounds.lesson to rounds_app;
grant update (stale_at, stale_commit) on rounds.lesson_anchor to rounds_app;
grant delete on rounds.lesson_anchor to rounds_app;

-- Questions ----------------------------------------------------------------------------------------------------------

create table rounds.thread (
  id text primary key check (id ~ '^t_[0-9a-f]{16}$'),
  organisation text not null,
  case_id text references rounds.shared_case,
  lesson text references rounds.lesson,
  -- Which lines it hangs on: source lines of the case, or a path and lines of its tree; never their text.
  anchor jsonb,
  asked_by text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  check ((case_id is null) <> (lesson is null))
);
create index on rounds.thread (case_id);
create index on rounds.thread (lesson);
create table rounds.message (
  thread text not null references rounds.thread,
  n int not null,
  organisation text not null,
  author text not null,
  body text not null check (char_length(body) between 1 and 8000),
  at timestamptz not null,
  primary key (thread, n)
);
create function rounds.sees_thread(p_thread text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.thread t where t.id = p_thread and t.organisation = rounds.here()
    and (rounds.sees_case(t.case_id) or rounds.sees_lesson(t.lesson)))
$$;
create policy seen on rounds.thread for select to rounds_app using (organisation = rounds.here() and (rounds.sees_case(case_id) or rounds.sees_lesson(lesson)));
create policy seen_to_ask on rounds.thread for insert to rounds_app
  with check (organisation = rounds.here() and asked_by = rounds.me() and (rounds.sees_case(case_id) or rounds.sees_lesson(lesson)));
create policy seen_to_close on rounds.thread for update to rounds_app
  using (organisation = rounds.here() and (rounds.sees_case(case_id) or rounds.sees_lesson(lesson)))
  with check (organisation = rounds.here() and (closed_by is null or closed_by = rounds.me()));
create policy seen on rounds.message for select to rounds_app using (organisation = rounds.here() and rounds.sees_thread(thread));
create policy own on rounds.message for insert to rounds_app with check (organisation = rounds.here() and author = rounds.me() and rounds.sees_thread(thread));
grant select, insert on rounds.thread, rounds.message to rounds_app;
grant update (closed_at, closed_by) on rounds.thread to rounds_app;

-- Forgetting ---------------------------------------------------------------------------------------------------------

-- Empties a case everywhere in the store; its key is destroyed by the caller. Rounds not revealed are withdrawn; what people wrote stays theirs.
create function rounds.forget_case(p_case text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare open_round text; n_last int;
begin
  perform 1 from rounds.shared_case where id = p_case and organisation = rounds.here() and owner = rounds.me() for update;
  if not found then return false; end if;
  for open_round in select id from rounds.round where case_id = p_case and state in ('framed', 'sealing') for update loop
    select max(n) into n_last from rounds.round_log where round = open_round;
    insert into rounds.round_log select open_round, n_last + 1, organisation, rounds.me(), 'withdraw', state, 'withdrawn', p_at from rounds.round where id = open_round;
    update rounds.round set state = 'withdrawn' where id = open_round;
  end loop;
  delete from rounds.case_tree where case_id = p_case;
  delete from rounds.case_withheld where case_id = p_case;
  delete from rounds.probe_output where probe in (select id from rounds.probe where case_id = p_case);
  update rounds.probe set body = '', sha256 = '', result = null, state = case when state in ('pending', 'running') then 'cancelled' else state end where case_id = p_case;
  delete from rounds.lesson_anchor where lesson in (select id from rounds.lesson where case_id = p_case);
  update rounds.thread set anchor = null where case_id = p_case;
  update rounds.shared_case set content = '', digest = null, tree_hash = null, published_at = null, forgotten_at = coalesce(forgotten_at, p_at) where id = p_case;
  return true;
end $$;

-- Changes ------------------------------------------------------------------------------------------------------------

-- One counter a person, locked until the change is written: numbers of one person come in the order they become visible.
create table rounds.change_counter (
  organisation text not null,
  person text not null,
  last bigint not null,
  primary key (organisation, person)
);
create table rounds.change (
  organisation text not null,
  person text not null,
  seq bigint not null,
  name text not null,
  data jsonb not null,
  at timestamptz not null default now(),
  primary key (organisation, person, seq)
);
create policy mine on rounds.change for select to rounds_app using (organisation = rounds.here() and person = rounds.me());
create policy mine on rounds.change_counter for select to rounds_app using (organisation = rounds.here() and person = rounds.me());
grant select on rounds.change, rounds.change_counter to rounds_app;
create function rounds.tell(p_people text[], p_name text, p_data jsonb) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  insert into rounds.change_counter as c (organisation, person, last)
    select rounds.here(), p.id, 1 from rounds.person p where p.organisation = rounds.here() and p.id = any (p_people) order by p.id
    on conflict (organisation, person) do update set last = c.last + 1;
  insert into rounds.change (organisation, person, seq, name, data)
    select c.organisation, c.person, c.last, p_name, p_data from rounds.change_counter c where c.organisation = rounds.here() and c.person = any (p_people);
end $$;
create function rounds.prune_changes(p_keep int) returns bigint language sql security definer set search_path = rounds, pg_temp as $$
  with gone as (delete from rounds.change c using rounds.change_counter n
    where n.organisation = c.organisation and n.person = c.person and c.seq <= n.last - p_keep returning 1)
  select count(*) from gone
$$;
`;
