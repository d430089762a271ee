/** A probe whose machine never told its end waits again, without what it had printed. For those in its round, who see that it does not end. */
export const LOST_PROBES = /* sql */ `
create function rounds.return_lost_probes(p_started_before timestamptz) returns table (id text, round text)
language sql security definer set search_path = rounds, pg_temp as $$
  with lost as (
    update rounds.probe p set state = 'pending'
    where p.organisation = rounds.here() and p.state = 'running' and p.started_at < p_started_before and rounds.in_round_of_probe(p.id)
    returning p.id, p.round),
  gone as (delete from rounds.probe_output o using lost where o.probe = lost.id)
  select lost.id, lost.round from lost
$$;
`;
