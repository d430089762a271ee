/**
 * What many say together: grand rounds, the survey of experience, and what preceptees say of preceptors. Answers have no names for
 * anybody but who gave them, and come out in fives: who compares today with yesterday learns of five people, never of one.
 */
export const COHORT_VOICE = /* sql */ `
set local check_function_bodies = off;

-- Grand rounds -------------------------------------------------------------------------------------------------------

create table rounds.grand_round (
  id text primary key check (id ~ '^w_[0-9a-f]{16}$'),
  organisation text not null,
  cohort text not null references rounds.cohort,
  -- Whose case it is stays with the two who offer it. Its key is the case's: forgetting the case empties this too.
  case_id text not null references rounds.shared_case,
  offered_by text not null,
  pair text not null references rounds.pair,
  -- The case without people, and what came later; encrypted.
  content bytea not null,
  withheld bytea not null,
  state text not null default 'offered' check (state in ('offered', 'open', 'revealed', 'ended', 'withdrawn')),
  created_at timestamptz not null,
  opened_at timestamptz,
  closes_at timestamptz,
  revealed_at timestamptz
);
create index on rounds.grand_round (cohort, created_at desc);
create table rounds.grand_answer (
  grand_round text not null references rounds.grand_round,
  person text not null,
  organisation text not null,
  body bytea not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (grand_round, person)
);
create table rounds.grand_message (
  grand_round text not null references rounds.grand_round,
  n int not null,
  organisation text not null,
  author text not null,
  body text not null check (char_length(body) between 1 and 8000),
  at timestamptz not null,
  primary key (grand_round, n)
);
create function rounds.sees_grand_round(p_id text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.grand_round g where g.id = p_id and g.organisation = rounds.here() and g.state in ('open', 'revealed', 'ended') and rounds.is_in_cohort(g.cohort))
    or exists (select from rounds.grand_round g where g.id = p_id and g.organisation = rounds.here() and rounds.is_in_pair(g.pair))
$$;
create function rounds.is_grand_over(p_id text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.grand_round where id = p_id and state in ('revealed', 'ended'))
$$;
create policy seen on rounds.grand_message for select to rounds_app
  using (organisation = rounds.here() and rounds.is_grand_over(grand_round) and rounds.sees_grand_round(grand_round));
grant select on rounds.grand_message to rounds_app;
-- One of the pair offers, the other agrees: only then it is open.
create function rounds.offer_grand_round(p_id text, p_cohort text, p_case text, p_content bytea, p_withheld bytea, p_at timestamptz) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.shared_case;
begin
  select * into c from rounds.shared_case where id = p_case and organisation = rounds.here() and owner = rounds.me() and forgotten_at is null;
  if not found or not rounds.is_in_cohort(p_cohort) then raise exception 'no such case' using errcode = 'RD002'; end if;
  insert into rounds.grand_round (id, organisation, cohort, case_id, offered_by, pair, content, withheld, created_at)
    values (p_id, rounds.here(), p_cohort, p_case, rounds.me(), c.pair, p_content, p_withheld, p_at);
end $$;
create function rounds.agree_grand_round(p_id text, p_closes timestamptz, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.grand_round set state = 'open', opened_at = p_at, closes_at = p_closes
    where id = p_id and organisation = rounds.here() and state = 'offered' and offered_by <> rounds.me() and rounds.is_in_pair(pair) returning 1)
  select exists (select from done)
$$;
create function rounds.withdraw_grand_round(p_id text) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.grand_round set state = 'withdrawn', content = '', withheld = ''
    where id = p_id and organisation = rounds.here() and state in ('offered', 'open') and rounds.is_in_pair(pair) returning 1)
  select exists (select from done)
$$;
-- Neither who offered it nor how many answered before the reveal.
create function rounds.list_grand_rounds() returns table (id text, cohort text, state text, is_ours boolean, offered_by_me boolean, case_id text, i_answered boolean,
  created_at timestamptz, opened_at timestamptz, closes_at timestamptz, revealed_at timestamptz, answers int) language sql stable security definer set search_path = rounds, pg_temp as $$
  select g.id, g.cohort, g.state, rounds.is_in_pair(g.pair), g.offered_by = rounds.me(), case when rounds.is_in_pair(g.pair) then g.case_id end,
    exists (select from rounds.grand_answer a where a.grand_round = g.id and a.person = rounds.me()), g.created_at, g.opened_at, g.closes_at, g.revealed_at,
    case when g.state = 'revealed' then (select count(*) from rounds.grand_answer a where a.grand_round = g.id)::int end
  from rounds.grand_round g where g.organisation = rounds.here() and rounds.sees_grand_round(g.id) order by g.created_at desc
$$;
-- Content is read through its case's key, whose name the application needs and nobody is shown.
create function rounds.read_grand_round(p_id text) returns table (key_of text, content bytea, withheld bytea) language sql stable security definer set search_path = rounds, pg_temp as $$
  select g.case_id, g.content, case when g.state in ('revealed', 'ended') or rounds.is_in_pair(g.pair) then g.withheld end
  from rounds.grand_round g where g.id = p_id and rounds.sees_grand_round(p_id)
$$;
create function rounds.answer_grand_round(p_id text, p_body bytea, p_commitment bytea, p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare g rounds.grand_round;
begin
  select * into g from rounds.grand_round where id = p_id and organisation = rounds.here() and rounds.sees_grand_round(p_id) for update;
  if not found then raise exception 'no such grand round' using errcode = 'RD002'; end if;
  if g.state <> 'open' or p_at >= g.closes_at then raise exception 'not open' using errcode = 'RD004'; end if;
  if rounds.is_in_pair(g.pair) then raise exception 'they know how it ended' using errcode = '42501'; end if;
  if exists (select from rounds.grand_answer where grand_round = p_id and person = rounds.me()) then raise exception 'already answered' using errcode = 'RD005'; end if;
  insert into rounds.grand_answer values (p_id, rounds.me(), rounds.here(), p_body, p_commitment);
end $$;
-- At its time, or once everybody of the cohort answered. Fewer than five could be told apart: then it ends at its time, and of the
-- answers each sees their own.
create function rounds.reveal_grand_round(p_id text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare g rounds.grand_round; answers int; others int;
begin
  select * into g from rounds.grand_round where id = p_id and organisation = rounds.here() and rounds.sees_grand_round(p_id) for update;
  if not found then raise exception 'no such grand round' using errcode = 'RD002'; end if;
  if g.state <> 'open' then return g.state in ('revealed', 'ended'); end if;
  select count(*) into answers from rounds.grand_answer where grand_round = p_id;
  select count(distinct who) into others from rounds.programme y, unnest(array[y.preceptee, y.preceptor]) as named(who)
    where y.cohort = g.cohort and y.state in ('running', 'paused') and who not in (select person from rounds.pair_member where pair = g.pair);
  if p_at < g.closes_at and (answers < 5 or answers < others) then return false; end if;
  update rounds.grand_round set state = case when answers < 5 then 'ended' else 'revealed' end, revealed_at = p_at where id = p_id;
  return true;
end $$;
-- In an order that says nothing, and whose each is only of one's own; others' answers only where five can be shown.
create function rounds.read_grand_answers(p_id text) returns table (is_mine boolean, body bytea, commitment bytea) language sql stable security definer set search_path = rounds, pg_temp as $$
  select a.person = rounds.me(), a.body, a.commitment from rounds.grand_answer a
  where a.grand_round = p_id and a.organisation = rounds.here() and rounds.sees_grand_round(p_id)
    and (a.person = rounds.me() and rounds.is_grand_over(p_id) or exists (select from rounds.grand_round g where g.id = p_id and g.state = 'revealed')) order by a.commitment
$$;
create function rounds.say_in_grand_round(p_id text, p_body text, p_at timestamptz) returns int language plpgsql security definer set search_path = rounds, pg_temp as $$
declare place int;
begin
  perform from rounds.grand_round where id = p_id and organisation = rounds.here() and state in ('revealed', 'ended') and rounds.sees_grand_round(p_id) for update;
  if not found then raise exception 'no such grand round' using errcode = 'RD002'; end if;
  select coalesce(max(n), 0) + 1 into place from rounds.grand_message where grand_round = p_id;
  insert into rounds.grand_message values (p_id, place, rounds.here(), rounds.me(), p_body, p_at);
  return place;
end $$;
create function rounds.list_cohort_people(p_cohort text) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  select distinct who from rounds.programme y, unnest(array[y.preceptee, y.preceptor]) as named(who)
  where y.cohort = p_cohort and y.organisation = rounds.here() and y.state in ('running', 'paused') and rounds.is_in_cohort(p_cohort)
$$;

-- Survey -------------------------------------------------------------------------------------------------------------

create table rounds.survey_answer (
  programme text not null references rounds.programme,
  person text not null,
  month int not null check (month in (0, 6, 12)),
  organisation text not null,
  cohort text not null references rounds.cohort,
  -- Item to a value of 1 to 5.
  items jsonb not null,
  -- Orders answers, so that they come out in fives; never shown.
  n bigint generated by default as identity,
  primary key (programme, person, month)
);
create function rounds.is_of_cohort(p_programme text, p_cohort text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.programme where id = p_programme and cohort = p_cohort)
$$;
create policy own on rounds.survey_answer for select to rounds_app using (organisation = rounds.here() and person = rounds.me());
create policy own_to_give on rounds.survey_answer for insert to rounds_app
  with check (organisation = rounds.here() and person = rounds.me() and rounds.is_in_programme(programme) and rounds.is_of_cohort(programme, cohort));
grant select, insert on rounds.survey_answer to rounds_app;
-- Counts of values over the first five, ten, fifteen … people who answered, each once whatever they take part in; to the lead, to
-- owners and to the cohort alike.
create function rounds.count_survey(p_cohort text, p_month int) returns table (item text, value int, people int) language sql stable security definer set search_path = rounds, pg_temp as $$
  with firsts as (select distinct on (s.person) s.items, s.n from rounds.survey_answer s
    where s.cohort = p_cohort and s.month = p_month and s.organisation = rounds.here()
      and (rounds.leads_cohort(p_cohort) or rounds.is_in_cohort(p_cohort) or rounds.my_role() = 'owner')
    order by s.person, s.n),
  given as (select items, row_number() over (order by n) as place, count(*) over () as of from firsts),
  out as (select items from given where place <= (of / 5) * 5)
  select e.key, e.value::int, count(*)::int from out, jsonb_each_text(out.items) e group by 1, 2 order by 1, 2
$$;

-- What preceptees say of preceptors ----------------------------------------------------------------------------------

create table rounds.preceptor_rating (
  programme text not null references rounds.programme,
  month int not null check (month between 0 and 36),
  organisation text not null,
  preceptee text not null,
  preceptor text not null,
  items jsonb not null,
  words text not null default '' check (char_length(words) <= 2000),
  -- Read by the preceptor only where both chose to talk about it openly.
  opened_by_preceptee_at timestamptz,
  opened_by_preceptor_at timestamptz,
  n bigint generated by default as identity,
  primary key (programme, preceptor, month)
);
create policy own on rounds.preceptor_rating for select to rounds_app using (organisation = rounds.here()
  and (preceptee = rounds.me() or (preceptor = rounds.me() and opened_by_preceptee_at is not null and opened_by_preceptor_at is not null)));
create policy own_to_give on rounds.preceptor_rating for insert to rounds_app
  with check (organisation = rounds.here() and preceptee = rounds.me() and opened_by_preceptor_at is null and rounds.are_the_two(programme, preceptee, preceptor));
grant select, insert on rounds.preceptor_rating to rounds_app;
-- Each opens their own side; that there is anything to open is not told before.
create function rounds.open_preceptor_ratings(p_programme text, p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if not rounds.is_in_programme(p_programme) then raise exception 'no such programme' using errcode = 'RD002'; end if;
  update rounds.preceptor_rating set
    opened_by_preceptee_at = case when preceptee = rounds.me() then coalesce(opened_by_preceptee_at, p_at) else opened_by_preceptee_at end,
    opened_by_preceptor_at = case when preceptor = rounds.me() then coalesce(opened_by_preceptor_at, p_at) else opened_by_preceptor_at end
    where programme = p_programme and rounds.me() in (preceptee, preceptor);
end $$;
-- Of me: everybody's first, everybody's second and so on, each in fives of five preceptees. What was shown never changes, so that
-- nobody's new answer can be told from it.
create function rounds.count_my_ratings() returns table (item text, value int, people int) language sql stable security definer set search_path = rounds, pg_temp as $$
  with mine as (select items, n, row_number() over (partition by preceptee order by n) as nth
    from rounds.preceptor_rating where preceptor = rounds.me() and organisation = rounds.here()),
  given as (select items, row_number() over (partition by nth order by n) as place, count(*) over (partition by nth) as of from mine),
  out as (select items from given where place <= (of / 5) * 5)
  select e.key, e.value::int, count(*)::int from out, jsonb_each_text(out.items) e group by 1, 2 order by 1, 2
$$;

-- Forgetting a case empties the grand round made of it.
create function rounds.empty_grand_rounds() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  update rounds.grand_round set content = '', withheld = '', state = case when state in ('offered', 'open') then 'withdrawn' else state end where case_id = new.id;
  return null;
end $$;
create trigger empty_grand_rounds after update of forgotten_at on rounds.shared_case
  for each row when (new.forgotten_at is not null) execute function rounds.empty_grand_rounds();
`;
