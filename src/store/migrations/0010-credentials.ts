/**
 * Credentials that were fetched: which place in the public list of reversals each has. What a credential says is not kept, it is made
 * anew of the record. A reversal needs no row here: the list is made of the record of sign-offs.
 */
export const CREDENTIALS = /* sql */ `
set local check_function_bodies = off;

create table rounds.credential (
  id text primary key check (id ~ '^d_[0-9a-f]{16}$'),
  organisation text not null,
  person text not null,
  kind text not null check (kind in ('sign-off', 'programme')),
  -- The request that was granted, or the programme.
  subject text not null,
  place int not null check (place between 0 and 131071),
  at timestamptz not null,
  unique (organisation, kind, subject),
  unique (organisation, place),
  foreign key (organisation, person) references rounds.person (organisation, id)
);
create policy own on rounds.credential for select to rounds_app using (organisation = rounds.here() and person = rounds.me());
grant select on rounds.credential to rounds_app;

create function rounds.is_reversed(p_request text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.sign_off_record where organisation = rounds.here() and request = p_request and entry ->> 'type' = 'reversed')
$$;
-- Of something that was granted to me: the same one each time, at the first of the places given that is free.
create function rounds.take_credential(p_id text, p_kind text, p_subject text, p_places int[], p_at timestamptz, out id text, out place int)
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if not (
    (p_kind = 'sign-off' and not rounds.is_reversed(p_subject)
      and exists (select from rounds.sign_off_request q where q.id = p_subject and q.organisation = rounds.here() and q.person = rounds.me() and q.state = 'granted'))
    or (p_kind = 'programme'
      and exists (select from rounds.programme y where y.id = p_subject and y.organisation = rounds.here() and y.preceptee = rounds.me() and y.state = 'completed'))
  ) then raise exception 'nothing of mine' using errcode = 'RD002'; end if;
  perform pg_advisory_xact_lock(hashtext('credential ' || rounds.here()));
  insert into rounds.credential
    select p_id, rounds.here(), rounds.me(), p_kind, p_subject, free.place, p_at from (
      select given.place from unnest(p_places) with ordinality as given(place, n)
      where not exists (select from rounds.credential c where c.organisation = rounds.here() and c.place = given.place) order by given.n limit 1) free
    on conflict (organisation, kind, subject) do nothing;
  select c.id, c.place into id, place from rounds.credential c where c.organisation = rounds.here() and c.kind = p_kind and c.subject = p_subject;
  if id is null then raise exception 'no place is free' using errcode = 'RD004'; end if;
end $$;
-- For everybody: numbers of places, of nobody.
create function rounds.reversed_places() returns setof int language sql stable security definer set search_path = rounds, pg_temp as $$
  select place from rounds.credential where organisation = rounds.here() and kind = 'sign-off' and rounds.is_reversed(subject)
$$;
`;
