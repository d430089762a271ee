/**
 * What a request rests on that no critical belief stands open, and a clock that was set back: time in the record only goes on, so who
 * judges at an earlier time than what was recorded already refuses.
 */
export const SIGN_OFF_BASIS = /* sql */ `
set local check_function_bodies = off;

-- Whether the person's own Rounds looked it up in their journal, or they gave their word. Either way nobody here can check it.
alter table rounds.sign_off_request add column beliefs_from text not null default 'word' check (beliefs_from in ('word', 'journal'));
alter function rounds.request_sign_off(text, text, int, text, text[], jsonb, timestamptz) rename to request_sign_off_by_word;
create function rounds.request_sign_off(p_id text, p_activity text, p_level int, p_signer text, p_ratings text[], p_beliefs jsonb, p_at timestamptz,
  p_beliefs_from text default 'word') returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  perform rounds.request_sign_off_by_word(p_id, p_activity, p_level, p_signer, p_ratings, p_beliefs, p_at);
  update rounds.sign_off_request set beliefs_from = p_beliefs_from where id = p_id;
end $$;

-- The latest time anything here was recorded: a clock that says less was set back, or ran ahead then.
create function rounds.latest_recorded() returns timestamptz language sql stable security definer set search_path = rounds, pg_temp as $$
  select greatest((select max(at) from rounds.sign_off_record where organisation = rounds.here()),
    (select created_at from rounds.round where organisation = rounds.here() order by created_at desc limit 1))
$$;
alter function rounds.list_sign_off_refusals(text, timestamptz) rename to list_sign_off_refusals_by_evidence;
-- Five minutes between the clocks of several servers are no attack; between what one person's record says, nothing is.
create function rounds.list_sign_off_refusals(p_request text, p_at timestamptz) returns setof text language sql stable security definer set search_path = rounds, pg_temp as $$
  select * from rounds.list_sign_off_refusals_by_evidence(p_request, p_at)
  union all select 'clock-behind' from rounds.sign_off_request q where q.id = p_request and rounds.works_on_sign_off(p_request)
    and p_at < greatest(q.at, rounds.latest_recorded() - interval '5 minutes',
      (select max(r.at) from rounds.sign_off_record r where r.organisation = q.organisation and r.person = q.person))
$$;
`;
