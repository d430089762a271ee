/**
 * Ratings after a round, what a person chose to show of their growth, and sign-offs: who may sign is checked here, evidence is made
 * of ratings and not of what somebody sends, and the record is only ever added to.
 */
export const ENTRUSTMENT = /* sql */ `
set local check_function_bodies = off;

create table rounds.rating (
  id text primary key check (id ~ '^v_[0-9a-f]{16}$'),
  organisation text not null,
  person text not null,
  rater text not null,
  activity text not null check (activity ~ '^E([1-9]|1[0-3])$'),
  view text not null check (view in ('retrospective', 'prospective')),
  level int not null check (level between 1 and 5),
  round text not null references rounds.round,
  case_id text not null references rounds.shared_case,
  context text not null check (char_length(context) between 1 and 200),
  agent_error_caught boolean not null,
  note text not null default '' check (char_length(note) <= 2000),
  -- The case as it was when it was rated.
  case_hash text not null check (case_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  unique (round, person, rater, activity, view),
  foreign key (organisation, person) references rounds.person (organisation, id),
  foreign key (organisation, rater) references rounds.person (organisation, id)
);
create index on rounds.rating (organisation, person, activity);
create policy two on rounds.rating for select to rounds_app using (organisation = rounds.here() and rounds.me() in (person, rater));
grant select on rounds.rating to rounds_app;
-- Of somebody who took part in the same revealed round, or of oneself; what the case hashes to is taken from the case.
create function rounds.rate(p_id text, p_person text, p_activity text, p_view text, p_level int, p_round text, p_context text, p_caught boolean, p_note text, p_at timestamptz)
returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.shared_case;
begin
  select s.* into c from rounds.round r join rounds.shared_case s on s.id = r.case_id
    where r.id = p_round and r.organisation = rounds.here() and r.revealed_at is not null and rounds.is_in_round(p_round);
  if not found then raise exception 'no such round' using errcode = 'RD002'; end if;
  if not exists (select from rounds.round_participant where round = p_round and person = p_person) then raise exception 'took no part' using errcode = 'RD003'; end if;
  if c.digest is null then raise exception 'forgotten' using errcode = 'RD004'; end if;
  insert into rounds.rating values (p_id, rounds.here(), p_person, rounds.me(), p_activity, p_view, p_level, p_round, c.id, p_context, p_caught, p_note, c.digest, p_at);
end $$;

-- Where a case was is part of the case: forgotten, it is nowhere but in records that were signed.
create function rounds.forget_context() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  update rounds.rating set context = 'a forgotten case' where case_id = new.id;
  update rounds.sign_off_request q set evidence = (select jsonb_agg(case when e ->> 'case' = new.id then jsonb_set(e, '{context}', '"a forgotten case"') else e end order by place)
      from jsonb_array_elements(q.evidence) with ordinality as given(e, place))
    where q.organisation = new.organisation and q.state <> 'granted' and q.evidence @> jsonb_build_array(jsonb_build_object('case', new.id));
  return new;
end $$;
create trigger forget_context after update of forgotten_at on rounds.shared_case
  for each row when (old.forgotten_at is null and new.forgotten_at is not null) execute function rounds.forget_context();

-- What somebody chose to show their partner, as it was then. Withdrawing deletes it.
create table rounds.shown_growth (
  id text primary key check (id ~ '^x_[0-9a-f]{16}$'),
  organisation text not null,
  person text not null,
  reader text not null,
  kind text not null check (kind in ('belief', 'calibration', 'activity')),
  subject text not null check (char_length(subject) <= 40),
  body jsonb not null,
  at timestamptz not null,
  contested_why text check (char_length(contested_why) between 3 and 2000),
  contested_at timestamptz,
  unique (organisation, person, reader, kind, subject),
  foreign key (organisation, person) references rounds.person (organisation, id),
  foreign key (organisation, reader) references rounds.person (organisation, id)
);
create function rounds.are_partners(p_one text, p_other text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select p_one <> p_other and exists (select from rounds.pair_member a join rounds.pair_member b on b.pair = a.pair
    where a.person = p_one and b.person = p_other and a.organisation = rounds.here() and a.left_at is null and b.left_at is null)
$$;
create policy two on rounds.shown_growth for select to rounds_app using (organisation = rounds.here() and rounds.me() in (person, reader));
create policy own on rounds.shown_growth for insert to rounds_app
  with check (organisation = rounds.here() and person = rounds.me() and contested_at is null and rounds.are_partners(person, reader));
create policy own_to_withdraw on rounds.shown_growth for delete to rounds_app using (organisation = rounds.here() and person = rounds.me());
grant select, insert, delete on rounds.shown_growth to rounds_app;
create function rounds.contest_shown(p_id text, p_why text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.shown_growth set contested_why = p_why, contested_at = p_at
    where id = p_id and organisation = rounds.here() and reader = rounds.me() and kind = 'belief' returning 1)
  select exists (select from done)
$$;

-- Sign-off -----------------------------------------------------------------------------------------------------------

create table rounds.sign_off_request (
  id text primary key check (id ~ '^o_[0-9a-f]{16}$'),
  organisation text not null,
  person text not null,
  activity text not null check (activity ~ '^E([1-9]|1[0-3])$'),
  level int not null check (level between 2 and 5),
  signer text not null,
  -- As src/model/sign-off.ts has it, made of ratings by others.
  evidence jsonb not null,
  -- Standings of beliefs of this activity that the person shows with it.
  shown_beliefs jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'granted', 'declined', 'withdrawn')),
  at timestamptz not null,
  decided_at timestamptz,
  declined_why text check (char_length(declined_why) <= 2000),
  check (person <> signer),
  foreign key (organisation, person) references rounds.person (organisation, id),
  foreign key (organisation, signer) references rounds.person (organisation, id)
);
create index on rounds.sign_off_request (organisation, signer, state);
create index on rounds.sign_off_request (organisation, person);
-- Everybody who rated the activity is asked whether they disagree, also where their rating was left out; silence is no dissent.
create table rounds.sign_off_dissent (
  request text not null references rounds.sign_off_request,
  by_person text not null,
  organisation text not null,
  asked_at timestamptz not null,
  words text check (char_length(words) between 3 and 2000),
  said_at timestamptz,
  answer text check (char_length(answer) between 1 and 2000),
  answered_at timestamptz,
  primary key (request, by_person)
);
create table rounds.sign_off_record (
  organisation text not null,
  person text not null,
  n int not null,
  request text not null references rounds.sign_off_request,
  written_by text not null,
  entry jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (organisation, person, n)
);
-- What was withdrawn is only its person's; and with what was declined or withdrawn nobody goes on reading the person's record.
create function rounds.sees_sign_off(p_request text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.sign_off_request where id = p_request and organisation = rounds.here()
    and (person = rounds.me() or (signer = rounds.me() and state <> 'withdrawn')))
$$;
create function rounds.works_on_sign_off(p_request text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.sign_off_request where id = p_request and organisation = rounds.here()
    and (person = rounds.me() or (signer = rounds.me() and state in ('open', 'granted'))))
$$;
create function rounds.is_asked_for_dissent(p_request text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.sign_off_dissent where request = p_request and organisation = rounds.here() and by_person = rounds.me())
$$;
create policy seen on rounds.sign_off_request for select to rounds_app
  using (organisation = rounds.here() and (person = rounds.me() or (signer = rounds.me() and state <> 'withdrawn')));
create policy seen on rounds.sign_off_dissent for select to rounds_app
  using (organisation = rounds.here() and (by_person = rounds.me() or rounds.sees_sign_off(request)));
create policy own on rounds.sign_off_record for select to rounds_app using (organisation = rounds.here() and (person = rounds.me() or rounds.sees_sign_off(request)));
grant select on rounds.sign_off_request, rounds.sign_off_dissent, rounds.sign_off_record to rounds_app;

-- Everyone who taught them from day to day, now or before.
create function rounds.daily_preceptors(p_person text) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  select preceptor from rounds.programme where organisation = rounds.here() and preceptee = p_person
  union select h.from_person from rounds.hand_over h where h.organisation = rounds.here() and h.preceptee = p_person and h.done_at is not null
$$;
create function rounds.request_sign_off(p_id text, p_activity text, p_level int, p_signer text, p_ratings text[], p_beliefs jsonb, p_at timestamptz) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if p_signer = rounds.me() or p_signer in (select rounds.daily_preceptors(rounds.me())) or not rounds.is_here(p_signer) then
    raise exception 'may not sign' using errcode = 'RD003';
  end if;
  if exists (select from unnest(p_ratings) as given(id) where not exists (select from rounds.rating r
      where r.id = given.id and r.organisation = rounds.here() and r.person = rounds.me() and r.rater <> rounds.me() and r.activity = p_activity and r.view = 'prospective')) then
    raise exception 'no such rating' using errcode = 'RD002';
  end if;
  insert into rounds.sign_off_request (id, organisation, person, activity, level, signer, evidence, shown_beliefs, at)
    select p_id, rounds.here(), rounds.me(), p_activity, p_level, p_signer, coalesce(jsonb_agg(jsonb_build_object('case', r.case_id, 'context', r.context, 'rater', r.rater,
      'level', r.level, 'agentErrorCaught', r.agent_error_caught, 'hash', r.case_hash,
      'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.at, r.id), '[]'), p_beliefs, p_at
    from rounds.rating r where r.id = any (p_ratings);
  insert into rounds.sign_off_dissent (request, by_person, organisation, asked_at)
    select distinct p_id, r.rater, rounds.here(), p_at from rounds.rating r
    where r.organisation = rounds.here() and r.person = rounds.me() and r.rater <> rounds.me() and r.activity = p_activity and r.view = 'prospective';
end $$;
create function rounds.withdraw_sign_off(p_request text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.sign_off_request set state = 'withdrawn', decided_at = p_at
    where id = p_request and organisation = rounds.here() and person = rounds.me() and state = 'open' returning 1)
  select exists (select from done)
$$;
create function rounds.decline_sign_off(p_request text, p_why text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.sign_off_request set state = 'declined', declined_why = p_why, decided_at = p_at
    where id = p_request and organisation = rounds.here() and signer = rounds.me() and state = 'open' returning 1)
  select exists (select from done)
$$;
-- Whom a change of it concerns, to tell them that something changed; a rater learns no more than they were asked.
create function rounds.concerned_by_sign_off(p_request text) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  select unnest(array[person, signer]) from rounds.sign_off_request where id = p_request and (rounds.sees_sign_off(p_request) or rounds.is_asked_for_dissent(p_request))
  union select by_person from rounds.sign_off_dissent where request = p_request and (rounds.sees_sign_off(p_request) or rounds.is_asked_for_dissent(p_request))
$$;
-- What a rater is asked about: whom, which activity and level, and which of their own cases; not what others rated.
create function rounds.list_dissent_asked() returns table (request text, person text, activity text, level int, asked_at timestamptz, words text, answer text)
language sql stable security definer set search_path = rounds, pg_temp as $$
  select d.request, q.person, q.activity, q.level, d.asked_at, d.words, d.answer from rounds.sign_off_dissent d join rounds.sign_off_request q on q.id = d.request
  where d.organisation = rounds.here() and d.by_person = rounds.me() and q.state = 'open'
$$;
create function rounds.say_dissent(p_request text, p_words text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.sign_off_dissent d set words = p_words, said_at = p_at, answer = null, answered_at = null from rounds.sign_off_request q
    where q.id = d.request and q.state = 'open' and d.request = p_request and d.organisation = rounds.here() and d.by_person = rounds.me() returning 1)
  select exists (select from done)
$$;
create function rounds.answer_dissent(p_request text, p_by text, p_answer text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.sign_off_dissent d set answer = p_answer, answered_at = p_at from rounds.sign_off_request q
    where q.id = d.request and q.state = 'open' and q.signer = rounds.me() and d.request = p_request and d.by_person = p_by
      and d.organisation = rounds.here() and d.words is not null returning 1)
  select exists (select from done)
$$;
-- The rules of the programme the person is preceptee in, as far as it changed any; it may ask for more than comes with Rounds, never for less.
create function rounds.sign_off_rules(p_person text) returns jsonb language sql stable security definer set search_path = rounds, pg_temp as $$
  select coalesce((select c.content -> 'signOff' from rounds.programme y join rounds.cohort c on c.id = y.cohort
    where y.organisation = rounds.here() and y.preceptee = p_person order by y.created_at desc, y.id limit 1), '{}')
$$;
-- A piece of evidence is still the rating it was made of, word for word; who can write into the table could raise a level.
create function rounds.is_as_rated(q rounds.sign_off_request, e jsonb) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.rating r where r.organisation = q.organisation and r.person = q.person and r.activity = q.activity and r.view = 'prospective'
    and r.case_id = e ->> 'case' and r.rater = e ->> 'rater' and r.context = e ->> 'context' and r.level = (e ->> 'level')::int
    and r.agent_error_caught = (e ->> 'agentErrorCaught')::boolean and r.case_hash = e ->> 'hash' and date_trunc('milliseconds', r.at) = (e ->> 'at')::timestamptz)
$$;
-- To who has to decide: what the cases hash to now (nothing for those forgotten, no case's hash where a rating is not what was given), and
-- every earlier entry of the person's record.
create function rounds.read_evidence_hashes(p_request text) returns table (case_id text, hash text) language sql stable security definer set search_path = rounds, pg_temp as $$
  select c.id, case when bool_and(rounds.is_as_rated(q, e)) then c.digest else repeat('0', 64) end
  from rounds.sign_off_request q, jsonb_array_elements(q.evidence) e join rounds.shared_case c on c.id = e ->> 'case'
  where q.id = p_request and rounds.works_on_sign_off(p_request) and c.digest is not null group by c.id, c.digest
$$;
-- Before asking: what my rated cases hash to now.
create function rounds.read_own_evidence_hashes() returns table (case_id text, hash text) language sql stable security definer set search_path = rounds, pg_temp as $$
  select distinct c.id, c.digest from rounds.rating r join rounds.shared_case c on c.id = r.case_id
  where r.organisation = rounds.here() and r.person = rounds.me() and c.digest is not null
$$;
create function rounds.read_sign_off_chain(p_request text) returns table (n int, entry jsonb, hash text) language sql stable security definer set search_path = rounds, pg_temp as $$
  select r.n, r.entry, r.hash from rounds.sign_off_record r join rounds.sign_off_request q on q.organisation = r.organisation and q.person = r.person
  where q.id = p_request and q.organisation = rounds.here() and rounds.works_on_sign_off(p_request) order by r.n
$$;
-- Of the activities somebody shows me, what was signed and taken back; whether it holds says the reader's clock.
create function rounds.read_shown_record(p_person text) returns table (n int, entry jsonb, hash text) language sql stable security definer set search_path = rounds, pg_temp as $$
  select r.n, r.entry, r.hash from rounds.sign_off_record r join rounds.sign_off_request q on q.id = r.request
  where r.organisation = rounds.here() and r.person = p_person and exists (select from rounds.shown_growth s
    where s.organisation = rounds.here() and s.person = p_person and s.reader = rounds.me() and s.kind = 'activity' and s.subject = q.activity)
  order by r.n
$$;

-- The chain, reckoned here as in src/programme/sign-off/chain-records.ts (a test compares): the hash is not the writer's to choose.
create function rounds.to_chain_text(p_value jsonb) returns text language plpgsql immutable set search_path = rounds, pg_temp as $$
begin
  case jsonb_typeof(p_value)
    when 'array' then
      return '[' || coalesce((select string_agg(rounds.to_chain_text(each), ',' order by place) from jsonb_array_elements(p_value) with ordinality as e(each, place)), '') || ']';
    when 'object' then
      return '{' || coalesce((select string_agg(to_json(name)::text || ':' || rounds.to_chain_text(each), ',' order by name collate "C") from jsonb_each(p_value) as e(name, each)), '') || '}';
    else return p_value::text;
  end case;
end $$;
create function rounds.to_chain_hash(p_before text, p_entry jsonb) returns text language sql immutable set search_path = rounds, pg_temp as $$
  select encode(sha256(convert_to(p_before || E'\\n' || rounds.to_chain_text(p_entry), 'UTF8')), 'hex')
$$;
create function rounds.is_chain_unbroken(p_organisation text, p_person text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select coalesce(bool_and(hash = rounds.to_chain_hash(before, entry)), true)
  from (select entry, hash, lag(hash, 1, '') over (order by n) as before from rounds.sign_off_record where organisation = p_organisation and person = p_person) as chain
$$;

-- Every reason against a sign-off, by its name in src/programme/sign-off/list-refusals.ts (a test compares): whatever the application
-- believes, the database appends nothing that has one.
create function rounds.list_sign_off_refusals(p_request text, p_at timestamptz) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  with q as (select r.*, rounds.sign_off_rules(r.person) as rules from rounds.sign_off_request r where r.id = p_request and rounds.works_on_sign_off(p_request)),
  record as (select s.entry from rounds.sign_off_record s join q on q.organisation = s.organisation and q.person = s.person),
  used as (
    select e ->> 'case' as case_id, e ->> 'rater' as rater from q, record g, jsonb_array_elements(g.entry -> 'request' -> 'evidence') e
    where g.entry ->> 'type' = 'granted' and g.entry -> 'request' ->> 'activity' = q.activity
      and exists (select from record v where v.entry ->> 'type' = 'reversed' and v.entry ->> 'request' = g.entry -> 'request' ->> 'id')
  ),
  given as (
    select q.person, q.level as asked, e ->> 'case' as case_id, e ->> 'context' as context, e ->> 'rater' as rater, (e ->> 'level')::int as level,
      (e ->> 'agentErrorCaught')::boolean as caught, c.digest is null as gone,
      c.digest is not null and (c.digest <> e ->> 'hash' or not rounds.is_as_rated(r, e)) as changed,
      ((e ->> 'at')::timestamptz at time zone 'UTC' + make_interval(months => least((q.rules ->> 'evidenceMonths')::int, 12))) at time zone 'UTC' < p_at as expired,
      (e ->> 'at')::timestamptz > p_at as future,
      exists (select from used u where u.case_id = e ->> 'case' and u.rater = e ->> 'rater') as used
    from q join rounds.sign_off_request r on r.id = q.id, jsonb_array_elements(q.evidence) e left join rounds.shared_case c on c.id = e ->> 'case'
  ),
  counting as (select * from given where rater <> person and level >= asked and not (gone or changed or expired or future or used))
  select 'signs-for-themselves' from q where signer = person
  union all select 'daily-preceptor' from q where signer in (select rounds.daily_preceptors(q.person))
  union all select 'evidence-missing' where exists (select from given where gone)
  union all select 'evidence-changed' where exists (select from given where changed)
  union all select 'evidence-expired' where exists (select from given where expired)
  union all select 'evidence-from-the-future' where exists (select from given where future)
  union all select 'evidence-used-before' where exists (select from given where used)
  union all select 'open-misconception' from q where level >= 4 and exists (select from jsonb_array_elements(shown_beliefs) b where b ->> 'severity' = 'critical'
    and b ->> 'state' in ('confirmed', 'addressed', 'relapsed') and not (b ->> 'contested')::boolean and b -> 'activities' ? activity)
  union all select 'too-few-cases' from q where (select count(distinct case_id) from counting) < greatest((rules ->> 'cases')::int, 5)
  union all select 'too-few-contexts' from q where (select count(distinct context) from counting) < greatest((rules ->> 'contexts')::int, 2)
  union all select 'too-few-raters' from q where (select count(distinct rater) from counting) < greatest((rules ->> 'raters')::int, 2)
  union all select 'no-agent-error-caught' from q where (select count(distinct case_id) from counting where caught) < greatest((rules ->> 'agentErrorsCaught')::int, 1)
  union all select 'dissent-not-asked' from q where exists (select from given where rater <> person
    and not exists (select from rounds.sign_off_dissent d where d.request = q.id and d.by_person = given.rater))
  union all select 'dissent-unanswered' from q where exists (select from rounds.sign_off_dissent d where d.request = q.id and d.words is not null and btrim(coalesce(d.answer, '')) = '')
  union all select 'decided-before' where exists (select from record where entry ->> 'type' = 'granted' and entry -> 'request' ->> 'id' = p_request)
  union all select 'record-broken' from q where not rounds.is_chain_unbroken(organisation, person)
$$;

-- One more entry at the end of the chain as the writer read it. Granting is the signer's, of an open request; reversing the signer's and the person's own.
create function rounds.append_sign_off(p_request text, p_entry jsonb, p_before text, p_hash text, p_at timestamptz) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare q rounds.sign_off_request; last rounds.sign_off_record; refusals text; months int; dissents jsonb;
begin
  select * into q from rounds.sign_off_request where id = p_request and organisation = rounds.here() and rounds.works_on_sign_off(p_request) for update;
  if not found then raise exception 'no such request' using errcode = 'RD002'; end if;
  -- One writer at a time a person, also for their first entry.
  perform pg_advisory_xact_lock(hashtext('sign-off ' || q.organisation || ' ' || q.person));
  select * into last from rounds.sign_off_record where organisation = q.organisation and person = q.person order by n desc limit 1;
  if coalesce(last.hash, '') is distinct from p_before then raise exception 'the record went on' using errcode = 'RD004'; end if;
  if p_hash is distinct from rounds.to_chain_hash(p_before, p_entry) then raise exception 'not its hash' using errcode = 'RD001'; end if;
  if p_entry ->> 'by' is distinct from rounds.me() or (p_entry ->> 'at')::timestamptz is distinct from p_at or p_at < greatest(q.at, last.at) then
    raise exception 'not by whom or not when' using errcode = 'RD001';
  end if;
  if p_entry ->> 'type' = 'granted' then
    if q.state <> 'open' then raise exception 'decided' using errcode = 'RD004'; end if;
    if rounds.me() <> q.signer then raise exception 'may not sign' using errcode = '42501'; end if;
    select string_agg(code, ', ') into refusals from rounds.list_sign_off_refusals(q.id, p_at) as code;
    if refusals is not null then raise exception 'refused: %', refusals using errcode = 'RD007'; end if;
    select coalesce(jsonb_agg(jsonb_build_object('by', d.by_person, 'words', d.words, 'answer', d.answer) order by d.by_person), '[]') into dissents
      from rounds.sign_off_dissent d where d.request = q.id and d.words is not null;
    months := least((rounds.sign_off_rules(q.person) ->> 'validMonths')::int, 24);
    if p_entry -> 'request' is distinct from jsonb_build_object('id', q.id, 'person', q.person, 'activity', q.activity, 'level', q.level, 'signer', q.signer,
        'evidence', q.evidence, 'askedForDissent', (select coalesce(jsonb_agg(d.by_person order by d.by_person), '[]') from rounds.sign_off_dissent d where d.request = q.id),
        'dissents', dissents, 'at', to_char(q.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      or (p_entry ->> 'expiresAt')::timestamptz is distinct from (p_at at time zone 'UTC' + make_interval(months => months)) at time zone 'UTC' then
      raise exception 'not what was asked' using errcode = 'RD001';
    end if;
    update rounds.sign_off_request set state = 'granted', decided_at = p_at where id = q.id;
  elsif p_entry ->> 'type' = 'reversed' then
    if q.state <> 'granted' then raise exception 'not granted' using errcode = 'RD004'; end if;
    if exists (select from rounds.sign_off_record where request = q.id and entry ->> 'type' = 'reversed') then raise exception 'reversed' using errcode = 'RD004'; end if;
    if not rounds.is_chain_unbroken(q.organisation, q.person) then raise exception 'refused: record-broken' using errcode = 'RD007'; end if;
    if p_entry ->> 'request' is distinct from q.id or char_length(btrim(coalesce(p_entry ->> 'why', ''))) < 8 then raise exception 'not what was asked' using errcode = 'RD001'; end if;
  else
    raise exception 'no such entry' using errcode = 'RD001';
  end if;
  insert into rounds.sign_off_record values (q.organisation, q.person, coalesce(last.n, 0) + 1, q.id, rounds.me(), p_entry, p_hash, p_at);
end $$;
`;
