// Over 400 lines: a year in one place, with who may see and do what beside each table.
/**
 * The year of a pair: cohorts, the programme and its plan, meetings, weekly pages, projects, protected time and load. What a lead
 * sees is what stands in tables a lead has a policy for: names, dates, meetings, hand-overs as facts, hours of preceptors a week.
 * What people write to each other lies in tables of the two who wrote it.
 */
export const PROGRAMME = /* sql */ `
set local check_function_bodies = off;

create function rounds.my_role() returns text language sql stable security definer set search_path = rounds, pg_temp as $$
  select role from rounds.person where organisation = rounds.here() and id = rounds.me() and left_at is null
$$;
create function rounds.is_here(p_person text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.person where organisation = rounds.here() and id = p_person and left_at is null)
$$;

-- Cohorts ------------------------------------------------------------------------------------------------------------

create table rounds.cohort (
  id text primary key check (id ~ '^h_[0-9a-f]{16}$'),
  organisation text not null,
  name text not null check (char_length(name) between 1 and 80),
  lead text not null,
  -- The organisation's growth goal in its own words, who answers for it, and where everybody can read what is recorded and who sees it.
  goal text not null default '' check (char_length(goal) <= 2000),
  goal_owner text not null default '' check (char_length(goal_owner) <= 200),
  policy_url text not null default '' check (char_length(policy_url) <= 2000),
  -- What this cohort's programme changed of the content that comes with Rounds: rules of sign-off, texts of levels, a ladder.
  content jsonb not null default '{}',
  content_version int not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  foreign key (organisation, lead) references rounds.person (organisation, id)
);

-- What somebody says about themselves before pairs are suggested. Wishes and refusals are read for suggestions and shown to nobody.
create table rounds.match_profile (
  cohort text not null references rounds.cohort,
  person text not null,
  organisation text not null,
  takes_part_as text not null check (takes_part_as in ('preceptee', 'preceptor', 'both')),
  body jsonb not null,
  at timestamptz not null,
  primary key (cohort, person),
  foreign key (organisation, person) references rounds.person (organisation, id)
);
create function rounds.may_join_cohort(p_cohort text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.cohort where id = p_cohort and organisation = rounds.here() and ended_at is null)
$$;
create policy own on rounds.match_profile for all to rounds_app
  using (organisation = rounds.here() and person = rounds.me()) with check (organisation = rounds.here() and person = rounds.me() and rounds.may_join_cohort(cohort));
grant select, insert, update, delete on rounds.match_profile to rounds_app;

-- The year -----------------------------------------------------------------------------------------------------------

create table rounds.programme (
  id text primary key check (id ~ '^y_[0-9a-f]{16}$'),
  organisation text not null,
  cohort text not null references rounds.cohort,
  -- Of the two as they are now; a change of preceptor makes another.
  pair text not null references rounds.pair,
  preceptee text not null,
  preceptor text not null,
  lead text not null,
  -- In which area: somebody may be preceptee in one and preceptor in another.
  area text not null default '' check (char_length(area) <= 80),
  state text not null default 'planned' check (state in ('planned', 'running', 'paused', 'completed', 'ended')),
  starts_at timestamptz not null,
  months int not null check (months between 12 and 36),
  -- The plan, which the two and the lead agree to in this version.
  goal text not null default '' check (char_length(goal) <= 2000),
  owner text not null default '' check (char_length(owner) <= 200),
  policy_url text not null default '' check (char_length(policy_url) <= 2000),
  protected_hours numeric(4, 1) not null default 5 check (protected_hours between 0 and 40),
  first_meeting_at timestamptz,
  plan_version int not null default 1,
  created_at timestamptz not null,
  completed_at timestamptz,
  ended_at timestamptz,
  check (preceptee <> preceptor),
  foreign key (organisation, preceptee) references rounds.person (organisation, id),
  foreign key (organisation, preceptor) references rounds.person (organisation, id),
  foreign key (organisation, lead) references rounds.person (organisation, id)
);
create index on rounds.programme (cohort);
create unique index on rounds.programme (organisation, preceptee, area) where state in ('planned', 'running', 'paused');
create table rounds.plan_agreement (
  programme text not null references rounds.programme,
  person text not null,
  organisation text not null,
  plan_version int not null,
  at timestamptz not null,
  primary key (programme, person, plan_version)
);
create table rounds.pause (
  programme text not null references rounds.programme,
  n int not null,
  organisation text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (programme, n)
);
-- Leave is nobody's business but theirs.
create table rounds.pause_reason (
  programme text not null,
  n int not null,
  organisation text not null,
  preceptee text not null,
  preceptor text not null,
  why text not null check (char_length(why) <= 500),
  primary key (programme, n),
  foreign key (programme, n) references rounds.pause (programme, n)
);
create table rounds.hand_over (
  programme text not null references rounds.programme,
  n int not null,
  organisation text not null,
  from_person text not null,
  to_person text not null,
  preceptee text not null,
  proposed_at timestamptz not null,
  agreed_by_preceptee_at timestamptz,
  accepted_at timestamptz,
  done_at timestamptz,
  withdrawn_at timestamptz,
  primary key (programme, n)
);
create table rounds.hand_over_note (
  programme text not null,
  n int not null,
  organisation text not null,
  summary text not null check (char_length(summary) between 1 and 8000),
  focus text not null check (char_length(focus) between 1 and 2000),
  open_projects text[] not null,
  primary key (programme, n),
  foreign key (programme, n) references rounds.hand_over (programme, n)
);
-- The moves of src/programme/year/move-programme.ts (a test compares); a hand-over has functions of its own.
create table rounds.programme_transition (
  action text not null,
  from_state text not null,
  to_state text not null,
  primary key (action, from_state)
);
insert into rounds.programme_transition values
  ('start', 'planned', 'running'), ('pause', 'running', 'paused'), ('resume', 'paused', 'running'), ('complete', 'running', 'completed'),
  ('end', 'planned', 'ended'), ('end', 'running', 'ended'), ('end', 'paused', 'ended');
create policy anyone on rounds.programme_transition for select to rounds_app using (true);
grant select on rounds.programme_transition to rounds_app;

-- Who may ---------------------------------------------------------------------------------------------------------------

create function rounds.leads_cohort(p_cohort text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.cohort where id = p_cohort and organisation = rounds.here() and lead = rounds.me())
$$;
-- Its people: the two of each of its programmes. A lead is of the cohort only where they are one of two.
create function rounds.is_in_cohort(p_cohort text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.programme where cohort = p_cohort and organisation = rounds.here()
    and rounds.me() in (preceptee, preceptor) and state <> 'ended')
$$;
create function rounds.is_in_programme(p_programme text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.me() in (preceptee, preceptor))
$$;
create function rounds.sees_programme(p_programme text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.me() in (preceptee, preceptor, lead))
$$;
-- Programmes are offered to the whole organisation: that one exists, its goal and its policy are no secret.
create policy anyone_here on rounds.cohort for select to rounds_app using (organisation = rounds.here());
create policy own on rounds.cohort for update to rounds_app using (organisation = rounds.here() and lead = rounds.me())
  with check (organisation = rounds.here() and rounds.is_here(lead));
grant select on rounds.cohort to rounds_app;
grant update (name, goal, goal_owner, policy_url, content, content_version, ended_at) on rounds.cohort to rounds_app;
create policy seen on rounds.programme for select to rounds_app using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor, lead));
create policy seen on rounds.plan_agreement for select to rounds_app using (organisation = rounds.here() and rounds.sees_programme(programme));
create policy seen on rounds.pause for select to rounds_app using (organisation = rounds.here() and rounds.sees_programme(programme));
create policy two on rounds.pause_reason for select to rounds_app using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor));
create policy seen on rounds.hand_over for select to rounds_app
  using (organisation = rounds.here() and (rounds.me() in (from_person, to_person, preceptee) or rounds.sees_programme(programme)));
create function rounds.reads_hand_over(p_programme text, p_n int) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.hand_over where programme = p_programme and n = p_n and organisation = rounds.here()
    and rounds.me() in (from_person, to_person, preceptee))
$$;
create policy three on rounds.hand_over_note for select to rounds_app using (organisation = rounds.here() and rounds.reads_hand_over(programme, n));
grant select on rounds.programme, rounds.plan_agreement, rounds.pause, rounds.pause_reason, rounds.hand_over, rounds.hand_over_note to rounds_app;

-- Acts ---------------------------------------------------------------------------------------------------------------

create function rounds.make_cohort(p_id text, p_name text, p_lead text, p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if coalesce(rounds.my_role(), '') not in ('lead', 'owner') then raise exception 'not a lead' using errcode = '42501'; end if;
  if not exists (select from rounds.person where organisation = rounds.here() and id = p_lead and left_at is null and role in ('lead', 'owner')) then
    raise exception 'no such lead' using errcode = 'RD003';
  end if;
  insert into rounds.cohort (id, organisation, name, lead, created_at) values (p_id, rounds.here(), p_name, p_lead, p_at);
end $$;
-- For suggestions, to the lead of the cohort alone; what comes out of it names neither wishes nor refusals.
create function rounds.read_match_profiles(p_cohort text) returns table (person text, takes_part_as text, body jsonb) language sql stable security definer set search_path = rounds, pg_temp as $$
  select m.person, m.takes_part_as, m.body from rounds.match_profile m join rounds.person p on p.organisation = m.organisation and p.id = m.person
  where m.cohort = p_cohort and m.organisation = rounds.here() and p.left_at is null and rounds.leads_cohort(p_cohort)
$$;

-- Hours a week that somebody who offers to be a preceptor has promised already, in any cohort; to the lead of this one.
create function rounds.read_promised_hours(p_cohort text) returns table (person text, hours numeric, cap numeric) language sql stable security definer set search_path = rounds, pg_temp as $$
  select m.person, coalesce((select sum(y.protected_hours) from rounds.programme y
      where y.organisation = m.organisation and y.preceptor = m.person and y.state in ('planned', 'running', 'paused')), 0),
    (select c.hours_a_week from rounds.preceptor_cap c where c.organisation = m.organisation and c.person = m.person)
  from rounds.match_profile m
  where m.cohort = p_cohort and m.organisation = rounds.here() and m.takes_part_as in ('preceptor', 'both') and rounds.leads_cohort(p_cohort)
$$;

-- Somebody is preceptee or preceptor in an area, and not both at once: who learns it does not answer for it.
create function rounds.check_parts(p_preceptee text, p_preceptor text, p_area text) returns void language plpgsql stable security definer set search_path = rounds, pg_temp as $$
begin
  if exists (select from rounds.programme where organisation = rounds.here() and state in ('planned', 'running', 'paused')
      and lower(btrim(area)) = lower(btrim(p_area)) and (preceptor = p_preceptee or preceptee = p_preceptor)) then
    raise exception 'both parts in one area' using errcode = 'RD006';
  end if;
end $$;

-- A year is prepared by the lead of its cohort, with the pair whose people share cases in it.
create function rounds.make_programme(p_id text, p_cohort text, p_pair text, p_name text, p_preceptee text, p_preceptor text, p_area text, p_starts timestamptz, p_months int, p_at timestamptz)
returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.cohort;
begin
  select * into c from rounds.cohort where id = p_cohort and organisation = rounds.here() and ended_at is null;
  if not found then raise exception 'no such cohort' using errcode = 'RD002'; end if;
  if c.lead <> rounds.me() then raise exception 'not its lead' using errcode = '42501'; end if;
  if p_preceptee = p_preceptor then raise exception 'one person' using errcode = 'RD001'; end if;
  if not rounds.is_here(p_preceptee) or not rounds.is_here(p_preceptor) then raise exception 'not of this organisation' using errcode = 'RD003'; end if;
  -- Two leads at once: one after the other, so that each sees what the other made.
  perform pg_advisory_xact_lock(hashtext('programme ' || rounds.here()));
  perform rounds.check_parts(p_preceptee, p_preceptor, p_area);
  insert into rounds.pair (id, organisation, name, created_by, created_at) values (p_pair, rounds.here(), p_name, rounds.me(), p_at);
  insert into rounds.pair_member (pair, organisation, person, joined_at) select p_pair, rounds.here(), unnest(array[p_preceptee, p_preceptor]), p_at;
  insert into rounds.programme (id, organisation, cohort, pair, preceptee, preceptor, lead, area, starts_at, months, goal, owner, policy_url, created_at)
    values (p_id, rounds.here(), p_cohort, p_pair, p_preceptee, p_preceptor, c.lead, p_area, p_starts, p_months, c.goal, c.goal_owner, c.policy_url, p_at);
end $$;

-- A plan that is changed has to be agreed to anew: the version is of what people agree to. Returns the new one, null where it was older.
create function rounds.save_plan(p_programme text, p_goal text, p_owner text, p_policy text, p_hours numeric, p_first timestamptz, p_on_version int) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare saved int;
begin
  if not rounds.sees_programme(p_programme) then raise exception 'no such programme' using errcode = 'RD002'; end if;
  if not exists (select from rounds.programme where id = p_programme and state = 'planned') then raise exception 'it has begun' using errcode = 'RD004'; end if;
  update rounds.programme set goal = p_goal, owner = p_owner, policy_url = p_policy, protected_hours = p_hours, first_meeting_at = p_first, plan_version = plan_version + 1
    where id = p_programme and state = 'planned' and plan_version = p_on_version returning plan_version into saved;
  return saved;
end $$;
create function rounds.agree_plan(p_programme text, p_version int, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if not rounds.sees_programme(p_programme) then raise exception 'no such programme' using errcode = 'RD002'; end if;
  perform from rounds.programme where id = p_programme and state = 'planned' and plan_version = p_version for update;
  if not found then return false; end if;
  insert into rounds.plan_agreement values (p_programme, rounds.me(), rounds.here(), p_version, p_at) on conflict do nothing;
  return true;
end $$;
-- With all that it was paused, in the order of its pauses, as findEnd of src/programme/year has it. Months are counted in UTC.
create function rounds.find_programme_end(p_programme text) returns timestamptz language plpgsql stable security definer set search_path = rounds, pg_temp as $$
declare finish timestamptz; p rounds.pause;
begin
  select (y.starts_at at time zone 'UTC' + make_interval(months => y.months)) at time zone 'UTC' into finish
    from rounds.programme y where y.id = p_programme and rounds.sees_programme(y.id);
  for p in select * from rounds.pause where programme = p_programme and to_at is not null order by from_at loop
    if p.from_at < finish then finish := finish + (p.to_at - p.from_at); end if;
  end loop;
  return finish;
end $$;
create function rounds.move_programme(p_programme text, p_action text, p_why text, p_at timestamptz) returns text language plpgsql security definer set search_path = rounds, pg_temp as $$
declare y rounds.programme; goes_to text; last int;
begin
  select * into y from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.sees_programme(p_programme) for update;
  if not found then raise exception 'no such programme' using errcode = 'RD002'; end if;
  select to_state into goes_to from rounds.programme_transition where action = p_action and from_state = y.state;
  if not found then raise exception 'not from here' using errcode = 'RD004'; end if;
  if p_action = 'start' and (btrim(y.goal) = '' or btrim(y.owner) = '' or y.policy_url !~ '^https?://' or y.protected_hours <= 0 or y.first_meeting_at is null
      or (select count(distinct a.person) from rounds.plan_agreement a where a.programme = y.id and a.plan_version = y.plan_version and a.person in (y.preceptee, y.preceptor, y.lead))
        <> (select count(distinct who) from unnest(array[y.preceptee, y.preceptor, y.lead]) as named(who))) then
    raise exception 'not complete' using errcode = 'RD001';
  end if;
  if p_action = 'complete' and p_at < rounds.find_programme_end(y.id) then raise exception 'not over' using errcode = 'RD004'; end if;
  select coalesce(max(n), 0) into last from rounds.pause where programme = y.id;
  if p_action = 'pause' then
    insert into rounds.pause values (y.id, last + 1, y.organisation, p_at, null);
    if coalesce(p_why, '') <> '' and rounds.me() in (y.preceptee, y.preceptor) then
      insert into rounds.pause_reason values (y.id, last + 1, y.organisation, y.preceptee, y.preceptor, p_why);
    end if;
  elsif y.state = 'paused' then
    update rounds.pause set to_at = p_at where programme = y.id and to_at is null;
  end if;
  update rounds.programme set state = goes_to, completed_at = case when goes_to = 'completed' then p_at end, ended_at = case when goes_to = 'ended' then p_at end where id = y.id;
  return goes_to;
end $$;

-- Written by one of the two, agreed to by the preceptee, accepted by who comes; only with both does the pair change.
create function rounds.propose_hand_over(p_programme text, p_to text, p_summary text, p_focus text, p_projects text[], p_at timestamptz) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare y rounds.programme; place int;
begin
  select * into y from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.me() in (preceptee, preceptor) for update;
  if not found then raise exception 'no such programme' using errcode = 'RD002'; end if;
  if y.state not in ('running', 'paused') then raise exception 'not now' using errcode = 'RD004'; end if;
  if p_to in (y.preceptee, y.preceptor) or not rounds.is_here(p_to) then raise exception 'a third person' using errcode = 'RD003'; end if;
  update rounds.hand_over set withdrawn_at = p_at where programme = y.id and done_at is null and withdrawn_at is null;
  select coalesce(max(n), 0) + 1 into place from rounds.hand_over where programme = y.id;
  insert into rounds.hand_over (programme, n, organisation, from_person, to_person, preceptee, proposed_at, agreed_by_preceptee_at)
    values (y.id, place, y.organisation, y.preceptor, p_to, y.preceptee, p_at, case when rounds.me() = y.preceptee then p_at end);
  insert into rounds.hand_over_note values (y.id, place, y.organisation, p_summary, p_focus, p_projects);
  return place;
end $$;
create function rounds.agree_hand_over(p_programme text, p_n int, p_pair text, p_name text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare y rounds.programme; h rounds.hand_over;
begin
  select * into y from rounds.programme where id = p_programme and organisation = rounds.here() for update;
  if not found then raise exception 'no such programme' using errcode = 'RD002'; end if;
  select * into h from rounds.hand_over where programme = p_programme and n = p_n and rounds.me() in (to_person, preceptee) for update;
  if not found then raise exception 'no such hand-over' using errcode = 'RD002'; end if;
  if h.done_at is not null or h.withdrawn_at is not null or y.state not in ('running', 'paused') or y.preceptor <> h.from_person then
    raise exception 'not now' using errcode = 'RD004';
  end if;
  perform pg_advisory_xact_lock(hashtext('programme ' || rounds.here()));
  perform rounds.check_parts(y.preceptee, h.to_person, y.area);
  if not rounds.is_here(h.to_person) then raise exception 'gone' using errcode = 'RD003'; end if;
  update rounds.hand_over set agreed_by_preceptee_at = case when rounds.me() = preceptee then coalesce(agreed_by_preceptee_at, p_at) else agreed_by_preceptee_at end,
    accepted_at = case when rounds.me() = to_person then coalesce(accepted_at, p_at) else accepted_at end
    where programme = p_programme and n = p_n returning * into h;
  if h.agreed_by_preceptee_at is null or h.accepted_at is null then return false; end if;
  insert into rounds.pair (id, organisation, name, created_by, created_at) values (p_pair, y.organisation, p_name, rounds.me(), p_at);
  insert into rounds.pair_member (pair, organisation, person, joined_at) select p_pair, y.organisation, unnest(array[y.preceptee, h.to_person]), p_at;
  update rounds.programme set preceptor = h.to_person, pair = p_pair where id = y.id;
  update rounds.hand_over set done_at = p_at where programme = p_programme and n = p_n;
  return true;
end $$;
-- Any of the three may say no, without a reason.
create function rounds.withdraw_hand_over(p_programme text, p_n int, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.hand_over set withdrawn_at = p_at
    where programme = p_programme and n = p_n and organisation = rounds.here() and done_at is null and withdrawn_at is null
      and rounds.me() in (from_person, to_person, preceptee) returning 1)
  select exists (select from done)
$$;

-- Meetings -----------------------------------------------------------------------------------------------------------

create table rounds.meeting (
  id text primary key check (id ~ '^a_[0-9a-f]{16}$'),
  organisation text not null,
  programme text not null references rounds.programme,
  kind text not null check (kind in ('first meeting', 'check-in', 'review', 'midpoint', 'completion')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  created_by text not null,
  -- For calendars: how often it was changed.
  sequence int not null default 0,
  changed_at timestamptz not null,
  held_at timestamptz,
  cancelled_at timestamptz
);
create index on rounds.meeting (programme, starts_at);
create policy seen on rounds.meeting for select to rounds_app using (organisation = rounds.here() and rounds.sees_programme(programme));
create policy seen_to_make on rounds.meeting for insert to rounds_app
  with check (organisation = rounds.here() and created_by = rounds.me() and rounds.sees_programme(programme));
create policy seen_to_change on rounds.meeting for update to rounds_app
  using (organisation = rounds.here() and rounds.sees_programme(programme)) with check (organisation = rounds.here() and rounds.sees_programme(programme));
grant select, insert on rounds.meeting to rounds_app;
grant update (starts_at, minutes, sequence, changed_at, held_at, cancelled_at) on rounds.meeting to rounds_app;

-- Where to meet and what was said, between the two.
create table rounds.meeting_note (
  meeting text not null references rounds.meeting,
  organisation text not null,
  programme text not null references rounds.programme,
  preceptee text not null,
  preceptor text not null,
  place text not null default '' check (char_length(place) <= 500),
  words text not null default '' check (char_length(words) <= 8000),
  at timestamptz not null,
  -- Who comes later as preceptor has a note of their own with the preceptee, and does not read the one before.
  primary key (meeting, preceptor)
);
create function rounds.is_meeting_of(p_meeting text, p_programme text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.meeting where id = p_meeting and programme = p_programme and organisation = rounds.here())
$$;
create function rounds.are_the_two(p_programme text, p_preceptee text, p_preceptor text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.programme where id = p_programme and organisation = rounds.here() and preceptee = p_preceptee and preceptor = p_preceptor
    and rounds.me() in (preceptee, preceptor))
$$;
create policy two on rounds.meeting_note for all to rounds_app
  using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor))
  with check (organisation = rounds.here() and rounds.are_the_two(programme, preceptee, preceptor) and rounds.is_meeting_of(meeting, programme));
grant select, insert, update on rounds.meeting_note to rounds_app;

-- The weekly page ----------------------------------------------------------------------------------------------------

-- Who comes later as preceptor does not read what was written to the one before.
create table rounds.weekly_entry (
  programme text not null references rounds.programme,
  week date not null check (extract(isodow from week) = 1),
  author text not null,
  reader text not null,
  organisation text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (programme, week, author)
);
create policy two on rounds.weekly_entry for select to rounds_app using (organisation = rounds.here() and rounds.me() in (author, reader));
grant select on rounds.weekly_entry to rounds_app;
-- The preceptee first: the preceptor's half is not taken before. Written again it replaces one's own, until the focus of the week is agreed.
create function rounds.write_weekly_entry(p_programme text, p_week date, p_body jsonb, p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare y rounds.programme;
begin
  select * into y from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.me() in (preceptee, preceptor) for update;
  if not found then raise exception 'no such programme' using errcode = 'RD002'; end if;
  if y.state <> 'running' then raise exception 'not running' using errcode = 'RD004'; end if;
  if rounds.me() = y.preceptor and not exists (
      select from rounds.weekly_entry where programme = y.id and week = p_week and author = y.preceptee and reader = y.preceptor) then
    raise exception 'the preceptee first' using errcode = 'RD004';
  end if;
  if exists (select from rounds.weekly_focus where programme = y.id and week = p_week and agreed_at is not null) then raise exception 'agreed' using errcode = 'RD004'; end if;
  insert into rounds.weekly_entry values (y.id, p_week, rounds.me(), case when rounds.me() = y.preceptee then y.preceptor else y.preceptee end, y.organisation, p_body, p_at)
    on conflict (programme, week, author) do update set body = excluded.body, reader = excluded.reader, at = excluded.at;
end $$;
create table rounds.weekly_focus (
  programme text not null references rounds.programme,
  week date not null,
  organisation text not null,
  preceptee text not null,
  preceptor text not null,
  focus text not null check (char_length(focus) between 1 and 500),
  proposed_by text not null,
  agreed_at timestamptz,
  primary key (programme, week)
);
create policy two on rounds.weekly_focus for select to rounds_app using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor));
grant select on rounds.weekly_focus to rounds_app;
-- One proposes words, the other agrees to exactly these; returns whether the week has its focus.
create function rounds.set_weekly_focus(p_programme text, p_week date, p_focus text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare y rounds.programme; f rounds.weekly_focus;
begin
  select * into y from rounds.programme where id = p_programme and organisation = rounds.here() and rounds.me() in (preceptee, preceptor) for update;
  if not found then raise exception 'no such programme' using errcode = 'RD002'; end if;
  if (select count(*) from rounds.weekly_entry
      where programme = y.id and week = p_week and (author, reader) in ((y.preceptee, y.preceptor), (y.preceptor, y.preceptee))) < 2 then
    raise exception 'both halves first' using errcode = 'RD004';
  end if;
  select * into f from rounds.weekly_focus where programme = y.id and week = p_week;
  if found and f.agreed_at is not null then raise exception 'agreed' using errcode = 'RD004'; end if;
  -- Of these two: what was proposed to somebody who left is nobody's offer any more.
  if found and f.focus = p_focus and f.proposed_by <> rounds.me() and f.preceptor = y.preceptor then
    update rounds.weekly_focus set agreed_at = p_at where programme = y.id and week = p_week;
    return true;
  end if;
  insert into rounds.weekly_focus values (y.id, p_week, y.organisation, y.preceptee, y.preceptor, p_focus, rounds.me(), null)
    on conflict (programme, week) do update set focus = excluded.focus, proposed_by = excluded.proposed_by, preceptor = excluded.preceptor;
  return false;
end $$;

-- Projects -----------------------------------------------------------------------------------------------------------

create table rounds.project (
  id text primary key check (id ~ '^j_[0-9a-f]{16}$'),
  organisation text not null,
  programme text not null references rounds.programme,
  title text not null check (char_length(title) between 1 and 120),
  learning_goal text not null check (char_length(learning_goal) between 1 and 1000),
  -- What is deliberately not in it.
  scope_cap text not null check (char_length(scope_cap) between 1 and 1000),
  weeks int not null check (weeks between 1 and 3),
  tier int not null check (tier between 1 and 4),
  -- Which activities the preceptee owns in it.
  owns text[] not null,
  state text not null default 'open' check (state in ('open', 'closed', 'dropped')),
  deconstruction text references rounds.shared_case,
  learned text check (char_length(learned) <= 2000),
  created_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index on rounds.project (programme, started_at);
create unique index on rounds.project (deconstruction);
create policy two on rounds.project for select to rounds_app using (organisation = rounds.here() and rounds.is_in_programme(programme));
create policy two_to_make on rounds.project for insert to rounds_app
  with check (organisation = rounds.here() and created_by = rounds.me() and state = 'open' and deconstruction is null and rounds.is_in_programme(programme));
create policy two_to_change on rounds.project for update to rounds_app
  using (organisation = rounds.here() and rounds.is_in_programme(programme) and state = 'open') with check (organisation = rounds.here() and rounds.is_in_programme(programme));
grant select, insert on rounds.project to rounds_app;
grant update (title, learning_goal, scope_cap, weeks, tier, owns) on rounds.project to rounds_app;
-- Closed only with a deconstruction of one of the two that both took apart in a revealed round, and that closed no other. That no hunk is left unexplained the application
-- checks: hunks lie encrypted.
create function rounds.end_project(p_project text, p_state text, p_case text, p_learned text, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if p_state not in ('closed', 'dropped') then raise exception 'no such end' using errcode = 'RD001'; end if;
  perform from rounds.project j where j.id = p_project and j.organisation = rounds.here() and rounds.is_in_programme(j.programme) and j.state = 'open' for update;
  if not found then return false; end if;
  if p_state = 'closed' and not exists (
      select from rounds.shared_case c join rounds.round r on r.case_id = c.id join rounds.project j on j.id = p_project join rounds.programme y on y.id = j.programme
      where c.id = p_case and c.organisation = rounds.here() and c.owner in (y.preceptee, y.preceptor) and c.kind = 'deconstruction' and c.forgotten_at is null and r.revealed_at is not null
        and (select count(*) from rounds.round_participant p where p.round = r.id and p.person in (y.preceptee, y.preceptor)) = 2) then
    raise exception 'not taken apart' using errcode = 'RD004';
  end if;
  if p_state = 'closed' and exists (select from rounds.project where deconstruction = p_case) then raise exception 'used' using errcode = '23505'; end if;
  update rounds.project set state = p_state, deconstruction = case when p_state = 'closed' then p_case end, learned = p_learned, ended_at = p_at where id = p_project;
  return true;
end $$;

-- Protected time and load --------------------------------------------------------------------------------------------

-- Time out of a calendar: when, and nothing else. One of the two offers it, the other confirms.
create table rounds.protected_time (
  id text primary key check (id ~ '^b_[0-9a-f]{16}$'),
  organisation text not null,
  programme text not null references rounds.programme,
  preceptee text not null,
  preceptor text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  offered_by text not null,
  confirmed_at timestamptz,
  check (to_at > from_at and to_at <= from_at + interval '12 hours')
);
create index on rounds.protected_time (programme, from_at);
create unique index on rounds.protected_time (programme, from_at, to_at);
create policy two on rounds.protected_time for select to rounds_app using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor));
create policy two_to_offer on rounds.protected_time for insert to rounds_app
  with check (organisation = rounds.here() and offered_by = rounds.me() and confirmed_at is null and rounds.are_the_two(programme, preceptee, preceptor));
create policy two_to_take_back on rounds.protected_time for delete to rounds_app using (organisation = rounds.here() and rounds.me() in (preceptee, preceptor));
grant select, insert, delete on rounds.protected_time to rounds_app;
create function rounds.confirm_time(p_id text, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.protected_time set confirmed_at = coalesce(confirmed_at, p_at)
    where id = p_id and organisation = rounds.here() and rounds.me() in (preceptee, preceptor) and offered_by <> rounds.me() returning 1)
  select exists (select from done)
$$;

create table rounds.preceptor_cap (
  organisation text not null,
  person text not null,
  hours_a_week numeric(4, 1) not null check (hours_a_week between 0 and 40),
  set_at timestamptz not null,
  primary key (organisation, person),
  foreign key (organisation, person) references rounds.person (organisation, id)
);
create policy own on rounds.preceptor_cap for all to rounds_app
  using (organisation = rounds.here() and person = rounds.me()) with check (organisation = rounds.here() and person = rounds.me());
create policy lead on rounds.preceptor_cap for select to rounds_app using (organisation = rounds.here() and rounds.my_role() in ('lead', 'owner'));
grant select, insert, update on rounds.preceptor_cap to rounds_app;

-- Hours of one week in which somebody worked as a preceptor, each minute once, to half an hour: from what the tool saw anyway (an act
-- counts for the ten minutes before it), meetings held and time the two confirmed. No timers. A whole week, so that nobody is watched.
create function rounds.count_preceptor_hours(p_person text, p_week date) returns numeric language sql stable security definer set search_path = rounds, pg_temp as $$
  with whole as (select tstzrange(p_week::timestamp at time zone 'UTC', (p_week + 7)::timestamp at time zone 'UTC') as week
    where p_person = rounds.me()
      or exists (select from rounds.programme y where y.organisation = rounds.here() and y.preceptor = p_person and rounds.leads_cohort(y.cohort))),
  mine as (select * from rounds.programme where organisation = rounds.here() and preceptor = p_person),
  partners as (select preceptee as person from mine),
  acts as (
    select l.at from rounds.round_log l where l.person = p_person and l.organisation = rounds.here()
      and exists (select from rounds.round_participant p join partners s on s.person = p.person where p.round = l.round)
    union all select e.at from rounds.weekly_entry e join mine on mine.id = e.programme where e.author = p_person
    union all select m.at from rounds.message m join rounds.thread t on t.id = m.thread join rounds.shared_case c on c.id = t.case_id
      where m.author = p_person and m.organisation = rounds.here() and c.pair in (select pair from mine)
  ),
  spans as (
    select tstzrange(at - interval '10 minutes', at) as span from acts
    union all select tstzrange(m.starts_at, m.starts_at + make_interval(mins => m.minutes)) from rounds.meeting m join mine on mine.id = m.programme where m.held_at is not null
    union all select tstzrange(t.from_at, t.to_at) from rounds.protected_time t where t.preceptor = p_person and t.organisation = rounds.here() and t.confirmed_at is not null
  ),
  merged as (select unnest(range_agg(span * week)) as span from spans, whole where span && week)
  select coalesce(round(sum(extract(epoch from upper(span) - lower(span))) / 1800) / 2, 0) from merged
$$;
create function rounds.read_own_load(p_week date) returns numeric language sql stable security definer set search_path = rounds, pg_temp as $$
  select rounds.count_preceptor_hours(rounds.me(), date_trunc('week', p_week)::date)
$$;
create function rounds.read_load(p_cohort text, p_week date) returns table (person text, hours numeric, cap numeric) language sql stable security definer set search_path = rounds, pg_temp as $$
  select y.preceptor, rounds.count_preceptor_hours(y.preceptor, date_trunc('week', p_week)::date),
    (select c.hours_a_week from rounds.preceptor_cap c where c.organisation = rounds.here() and c.person = y.preceptor)
  from (select distinct preceptor from rounds.programme where cohort = p_cohort and organisation = rounds.here() and state in ('running', 'paused')) y
  where rounds.leads_cohort(p_cohort)
$$;
`;
