/**
 * Who leaves an organisation leaves its pairs; what they sealed and wrote stays. Taken back, they are in the pairs they left with
 * it again. Nobody who left comes back by signing in at an identity provider.
 */
export const LEAVING = /* sql */ `
create or replace function auth.keep_person() returns trigger language plpgsql security definer set search_path = auth, pg_temp as $$
declare gone timestamptz;
begin
  if tg_op = 'DELETE' then
    update rounds.person set left_at = now() where organisation = old."organizationId" and id = old."userId";
    update rounds.pair_member set left_at = now() where organisation = old."organizationId" and person = old."userId" and left_at is null;
    return old;
  end if;
  select left_at into gone from rounds.person where organisation = new."organizationId" and id = new."userId";
  insert into rounds.person (organisation, id, name, email, role)
    select new."organizationId", u.id, u.name, u.email, new."role" from auth."user" u where u.id = new."userId"
    on conflict (organisation, id) do update set name = excluded.name, email = excluded.email, role = excluded.role, left_at = null;
  update rounds.pair_member set left_at = null where organisation = new."organizationId" and person = new."userId" and left_at = gone;
  return new;
end $$;

-- What they were here, for those who left; null for everybody else.
create function auth.role_when_left(p_organisation text, p_person text) returns text language sql stable security definer set search_path = auth, pg_temp as $$
  select role from rounds.person where organisation = p_organisation and id = p_person and left_at is not null
$$;
revoke all on function auth.role_when_left(text, text) from public;
grant execute on function auth.role_when_left(text, text) to rounds_auth;
`;
