/**
 * Versions of a cohort's own content, with who saved each, and the handing over of a cohort to another lead. Saving and handing over
 * are functions; what is not done by them the application's role cannot write.
 */
export const COHORT_LEAD = /* sql */ `
create table rounds.cohort_content (
  cohort text not null references rounds.cohort,
  version int not null check (version > 0),
  organisation text not null,
  content jsonb not null,
  saved_by text not null,
  -- The version it was brought back from, 0 for what comes with Rounds; null where it was written.
  from_version int,
  at timestamptz not null,
  primary key (cohort, version),
  foreign key (organisation, saved_by) references rounds.person (organisation, id)
);
insert into rounds.cohort_content select id, content_version, organisation, content, lead, null, now() from rounds.cohort where content_version > 0;
-- Who works with it may know who changed it, and when.
create policy cohort on rounds.cohort_content for select to rounds_app
  using (organisation = rounds.here() and (rounds.leads_cohort(cohort) or rounds.is_in_cohort(cohort)));
grant select on rounds.cohort_content to rounds_app;
revoke update (content, content_version) on rounds.cohort from rounds_app;

-- Its new version; null where somebody saved another meanwhile.
create function rounds.save_cohort_content(p_cohort text, p_content jsonb, p_on_version int, p_from int, p_at timestamptz) returns int
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.cohort;
begin
  select * into c from rounds.cohort where id = p_cohort and organisation = rounds.here() for update;
  if not found then raise exception 'no such cohort' using errcode = 'RD002'; end if;
  if c.lead <> rounds.me() then raise exception 'not its lead' using errcode = '42501'; end if;
  if c.ended_at is not null then raise exception 'it has ended' using errcode = 'RD004'; end if;
  if p_from > 0 and not exists (select from rounds.cohort_content where cohort = p_cohort and version = p_from) then
    raise exception 'no such version' using errcode = 'RD002';
  end if;
  if c.content_version <> p_on_version then return null; end if;
  update rounds.cohort set content = p_content, content_version = p_on_version + 1 where id = p_cohort;
  insert into rounds.cohort_content values (p_cohort, p_on_version + 1, c.organisation, p_content, rounds.me(), p_from, p_at);
  return p_on_version + 1;
end $$;

-- Whose content goes for a preceptee: that of the year that runs before one that is prepared or over.
create or replace function rounds.sign_off_rules(p_person text) returns jsonb language sql stable security definer set search_path = rounds, pg_temp as $$
  select coalesce((select c.content -> 'signOff' from rounds.programme y join rounds.cohort c on c.id = y.cohort
    where y.organisation = rounds.here() and y.preceptee = p_person
    order by y.state in ('running', 'paused') desc, y.created_at desc, y.id limit 1), '{}')
$$;
-- The same content whole, to that person and to whoever they asked to sign or to say whether they disagree.
create function rounds.read_sign_off_content(p_person text) returns table (content jsonb, version int) language sql stable security definer set search_path = rounds, pg_temp as $$
  select c.content, c.content_version from rounds.programme y join rounds.cohort c on c.id = y.cohort
  where y.organisation = rounds.here() and y.preceptee = p_person
    and (p_person = rounds.me() or exists (select from rounds.sign_off_request q where q.organisation = rounds.here() and q.person = p_person
      and (q.signer = rounds.me() or exists (select from rounds.sign_off_dissent d where d.request = q.id and d.by_person = rounds.me()))))
  order by y.state in ('running', 'paused') desc, y.created_at desc, y.id limit 1
$$;

create table rounds.lead_hand_over (
  cohort text not null references rounds.cohort,
  n int not null,
  organisation text not null,
  from_person text not null,
  to_person text not null,
  -- The lead, or an owner where the lead is gone.
  proposed_by text not null,
  proposed_at timestamptz not null,
  done_at timestamptz,
  withdrawn_at timestamptz,
  primary key (cohort, n),
  foreign key (organisation, from_person) references rounds.person (organisation, id),
  foreign key (organisation, to_person) references rounds.person (organisation, id),
  foreign key (organisation, proposed_by) references rounds.person (organisation, id)
);
create unique index on rounds.lead_hand_over (cohort) where done_at is null and withdrawn_at is null;
-- An offer is between those it names; that it happened is for everybody of the cohort.
create policy seen on rounds.lead_hand_over for select to rounds_app using (organisation = rounds.here()
  and (rounds.me() in (from_person, to_person, proposed_by) or rounds.leads_cohort(cohort) or (done_at is not null and rounds.is_in_cohort(cohort))));
grant select on rounds.lead_hand_over to rounds_app;

create function rounds.may_lead(p_person text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.person where organisation = rounds.here() and id = p_person and left_at is null and role in ('lead', 'owner'))
$$;
-- By the lead; by an owner only where the lead left, or is no lead here any more. It takes the place of one that is open.
create function rounds.propose_lead(p_cohort text, p_to text, p_at timestamptz) returns int language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.cohort; place int;
begin
  select * into c from rounds.cohort where id = p_cohort and organisation = rounds.here() for update;
  if not found then raise exception 'no such cohort' using errcode = 'RD002'; end if;
  if not rounds.may_lead(rounds.me()) or (c.lead <> rounds.me() and (rounds.my_role() <> 'owner' or rounds.may_lead(c.lead))) then
    raise exception 'not its lead' using errcode = '42501';
  end if;
  if p_to = c.lead then raise exception 'its lead already' using errcode = 'RD001'; end if;
  if not rounds.may_lead(p_to) then raise exception 'no such lead' using errcode = 'RD003'; end if;
  update rounds.lead_hand_over set withdrawn_at = p_at where cohort = p_cohort and done_at is null and withdrawn_at is null;
  select coalesce(max(n), 0) + 1 into place from rounds.lead_hand_over where cohort = p_cohort;
  insert into rounds.lead_hand_over values (p_cohort, place, c.organisation, c.lead, p_to, rounds.me(), p_at, null, null);
  return place;
end $$;
-- By who is asked, and nobody else. The cohort and all its years are theirs from then on, and no more of who led them. False where it is settled.
create function rounds.accept_lead(p_cohort text, p_n int, p_at timestamptz) returns boolean language plpgsql security definer set search_path = rounds, pg_temp as $$
declare c rounds.cohort; h rounds.lead_hand_over;
begin
  select * into c from rounds.cohort where id = p_cohort and organisation = rounds.here() for update;
  if not found then raise exception 'no such cohort' using errcode = 'RD002'; end if;
  select * into h from rounds.lead_hand_over where cohort = p_cohort and n = p_n and to_person = rounds.me() for update;
  if not found then raise exception 'not asked' using errcode = 'RD002'; end if;
  if h.done_at is not null or h.withdrawn_at is not null or c.lead <> h.from_person then return false; end if;
  if not rounds.may_lead(rounds.me()) then raise exception 'no lead' using errcode = '42501'; end if;
  update rounds.cohort set lead = rounds.me() where id = p_cohort;
  update rounds.programme set lead = rounds.me() where cohort = p_cohort;
  update rounds.lead_hand_over set done_at = p_at where cohort = p_cohort and n = p_n;
  return true;
end $$;
-- Whoever it names may say no, without a reason.
create function rounds.withdraw_lead(p_cohort text, p_n int, p_at timestamptz) returns boolean language sql security definer set search_path = rounds, pg_temp as $$
  with done as (update rounds.lead_hand_over set withdrawn_at = p_at
    where cohort = p_cohort and n = p_n and organisation = rounds.here() and done_at is null and withdrawn_at is null
      and rounds.me() in (from_person, to_person, proposed_by) returning 1)
  select exists (select from done)
$$;
`;
