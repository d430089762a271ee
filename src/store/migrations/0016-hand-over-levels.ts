/**
 * Levels that a preceptee shows with a hand-over: which is theirs to choose, how high is not. Read by them and by who comes, while that
 * is who comes or is there; a lead and who leaves read nothing of it.
 */
export const HAND_OVER_LEVELS = /* sql */ `
set local check_function_bodies = off;

create table rounds.hand_over_level (
  programme text not null,
  n int not null,
  organisation text not null,
  activity text not null check (activity ~ '^E([1-9]|1[0-3])$'),
  -- Signed off and holding, or what who leaves said last of the next case.
  basis text not null check (basis in ('signed', 'said')),
  level int not null check (level between 1 and 5),
  at timestamptz not null,
  until timestamptz,
  primary key (programme, n, activity, basis),
  foreign key (programme, n) references rounds.hand_over (programme, n)
);
create function rounds.reads_hand_over_levels(p_programme text, p_n int) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.hand_over h join rounds.programme y on y.id = h.programme
    where h.programme = p_programme and h.n = p_n and h.organisation = rounds.here() and h.withdrawn_at is null
      and (h.preceptee = rounds.me() or (h.to_person = rounds.me() and (h.done_at is null or y.preceptor = h.to_person))))
$$;
create policy two on rounds.hand_over_level for select to rounds_app using (organisation = rounds.here() and rounds.reads_hand_over_levels(programme, n));
grant select on rounds.hand_over_level to rounds_app;

-- What the preceptee may show, out of the record and of what who leaves said and they have opened.
create function rounds.list_levels_to_hand_over(p_programme text, p_n int, p_at timestamptz)
returns table (activity text, basis text, level int, at timestamptz, until timestamptz) language sql stable security definer set search_path = rounds, pg_temp as $$
  with h as (select * from rounds.hand_over where programme = p_programme and n = p_n and organisation = rounds.here() and preceptee = rounds.me() and withdrawn_at is null),
  record as (select r.n, r.entry, r.at from rounds.sign_off_record r join h on r.organisation = h.organisation and r.person = h.preceptee),
  signed as (
    select distinct on (g.entry -> 'request' ->> 'activity') g.entry -> 'request' ->> 'activity' as activity, (g.entry -> 'request' ->> 'level')::int as level, g.at,
      (g.entry ->> 'expiresAt')::timestamptz as until
    from record g where g.entry ->> 'type' = 'granted' and (g.entry ->> 'expiresAt')::timestamptz > p_at
      and not exists (select from record v where v.entry ->> 'type' = 'reversed' and v.entry ->> 'request' = g.entry -> 'request' ->> 'id')
    order by g.entry -> 'request' ->> 'activity', g.n desc),
  said as (
    select distinct on (v.activity) v.activity, v.level, v.at
    from rounds.rating v join h on v.organisation = h.organisation and v.person = h.preceptee and v.rater = h.from_person
    where v.view = 'prospective' and (rounds.has_rated(v.round, v.person, v.person, v.activity, v.view) or rounds.has_looked(v.round, v.activity))
    order by v.activity, v.at desc, v.id)
  select s.activity, 'signed', s.level, s.at, s.until from signed s union all select s.activity, 'said', s.level, s.at, null from said s
$$;
-- In place of what was shown before; none takes it all back.
create function rounds.show_levels_with_hand_over(p_programme text, p_n int, p_levels jsonb, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  perform from rounds.hand_over where programme = p_programme and n = p_n and organisation = rounds.here() and preceptee = rounds.me() and withdrawn_at is null for update;
  if not found then return false; end if;
  delete from rounds.hand_over_level where programme = p_programme and n = p_n;
  insert into rounds.hand_over_level select p_programme, p_n, rounds.here(), c.activity, c.basis, c.level, c.at, c.until
    from rounds.list_levels_to_hand_over(p_programme, p_n, p_at) c
    where p_levels @> jsonb_build_array(jsonb_build_object('activity', c.activity, 'basis', c.basis));
  return true;
end $$;
`;
