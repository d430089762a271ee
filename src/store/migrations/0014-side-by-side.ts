/**
 * What two people say of one of them is read side by side, as in a reveal: one's own view of it, and the other's, each only by who has
 * said theirs of the same round, activity and question. Who would rather not say their own looks without it, once and for good.
 */
export const SIDE_BY_SIDE = /* sql */ `
set local check_function_bodies = off;

create table rounds.rating_look (
  round text not null references rounds.round,
  organisation text not null,
  person text not null,
  activity text not null,
  at timestamptz not null,
  primary key (round, person, activity)
);
create function rounds.has_rated(p_round text, p_person text, p_rater text, p_activity text, p_view text) returns boolean
language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.rating where round = p_round and person = p_person and rater = p_rater and activity = p_activity and view = p_view
    and organisation = rounds.here() and rounds.me() in (p_person, p_rater))
$$;
create function rounds.has_looked(p_round text, p_activity text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.rating_look where round = p_round and activity = p_activity and person = rounds.me() and organisation = rounds.here())
$$;
drop policy two on rounds.rating;
create policy side_by_side on rounds.rating for select to rounds_app using (organisation = rounds.here() and (
  rater = rounds.me()
  or (person = rounds.me() and (rounds.has_rated(round, person, person, activity, view) or rounds.has_looked(round, activity)))
  or (person = rater and rounds.has_rated(round, person, rounds.me(), activity, view))));

-- What waits for me: that somebody said something, as a round shows that the other has sealed; never what.
create function rounds.list_held_ratings(p_round text) returns table (round text, person text, rater text, activity text, view text)
language sql stable security definer set search_path = rounds, pg_temp as $$
  select v.round, v.person, v.rater, v.activity, v.view from rounds.rating v
  where v.organisation = rounds.here() and (p_round is null or v.round = p_round) and (
    (v.person = rounds.me() and v.rater <> v.person and not rounds.has_rated(v.round, v.person, v.person, v.activity, v.view)
      and not rounds.has_looked(v.round, v.activity))
    or (v.person = v.rater and v.person <> rounds.me() and rounds.is_in_round(v.round)
      and not rounds.has_rated(v.round, v.person, rounds.me(), v.activity, v.view)))
  order by v.at, v.person, v.activity, v.view desc, v.id
$$;
create function rounds.look_at_ratings(p_round text, p_activity text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if not exists (select from rounds.rating where round = p_round and activity = p_activity and person = rounds.me() and rater <> person
      and organisation = rounds.here()) then return false; end if;
  insert into rounds.rating_look values (p_round, rounds.here(), rounds.me(), p_activity, p_at) on conflict do nothing;
  return true;
end $$;
-- Whoever has looked says nothing of themselves any more: it would be an answer to what they read.
create function rounds.refuse_rating_after_look() returns trigger language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if new.person = new.rater and rounds.has_looked(new.round, new.activity) then raise exception 'looked' using errcode = 'RD004'; end if;
  return new;
end $$;
create trigger refuse_after_look before insert on rounds.rating for each row execute function rounds.refuse_rating_after_look();
`;
