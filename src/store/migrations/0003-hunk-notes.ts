/**
 * What people found out about hunks that no test minded. And of a comparison or a deconstruction not even the owner knows how it
 * ended: they drew letters and ran tests without seeing what came of it.
 */
export const HUNK_NOTES = /* sql */ `
create table rounds.hunk_note (
  case_id text not null references rounds.shared_case,
  n int not null,
  organisation text not null,
  -- A hash of the lines: it says nothing of them.
  hunk text not null check (hunk ~ '^[0-9a-f]{12}$'),
  author text not null,
  how text not null check (how in ('explained', 'tested', 'deleted')),
  words text not null check (char_length(words) between 1 and 2000),
  at timestamptz not null,
  primary key (case_id, n),
  foreign key (organisation, author) references rounds.person (organisation, id)
);
create function rounds.knows_case(p_case text) returns boolean language sql stable security definer set search_path = rounds, pg_temp as $$
  select exists (select from rounds.round r join rounds.round_participant p on p.round = r.id
    where r.case_id = p_case and r.organisation = rounds.here() and r.revealed_at is not null and p.person = rounds.me())
$$;
create policy known on rounds.hunk_note for select to rounds_app using (organisation = rounds.here() and rounds.knows_case(case_id));
grant select on rounds.hunk_note to rounds_app;
create function rounds.note_hunk(p_case text, p_hunk text, p_how text, p_words text, p_at timestamptz) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
  if not rounds.knows_case(p_case) then raise exception 'no such case' using errcode = 'RD002'; end if;
  perform from rounds.shared_case where id = p_case for update;
  insert into rounds.hunk_note (case_id, n, organisation, hunk, author, how, words, at)
    select p_case, count(*) + 1, rounds.here(), p_hunk, rounds.me(), p_how, p_words, p_at from rounds.hunk_note where case_id = p_case;
end $$;

create or replace function rounds.call_round(p_id text, p_case text, p_people text[], p_at timestamptz) returns void language plpgsql security definer set search_path = rounds, pg_temp as $$
declare
  c rounds.shared_case;
  everyone text[] := array(select person from unnest(array_prepend(rounds.me(), p_people)) with ordinality as named(person, place) group by person order by min(place));
begin
  select * into c from rounds.shared_case where id = p_case and organisation = rounds.here() and rounds.sees_case(p_case) for share;
  if not found then raise exception 'no such case' using errcode = 'RD002'; end if;
  if c.forgotten_at is not null then raise exception 'the case was forgotten' using errcode = 'RD004'; end if;
  if exists (select from unnest(everyone) as named(person) where not exists (
      select from rounds.person p where p.organisation = rounds.here() and p.id = named.person and p.left_at is null
        and (c.published_at is not null or p.id = c.owner
          or exists (select from rounds.pair_member m where m.pair = c.pair and m.person = p.id and m.left_at is null)))) then
    raise exception 'not everyone may see this case' using errcode = 'RD003';
  end if;
  insert into rounds.round (id, organisation, case_id, state, called_by, created_at) values (p_id, rounds.here(), p_case, 'sealing', rounds.me(), p_at);
  insert into rounds.round_participant (round, organisation, person, place, knew_outcome)
    select p_id, rounds.here(), person, place, (person = c.owner and c.kind not in ('comparison', 'deconstruction'))
      or exists (select from rounds.round r join rounds.round_participant p on p.round = r.id
        where r.case_id = p_case and r.revealed_at is not null and p.person = named.person)
    from unnest(everyone) with ordinality as named(person, place);
  insert into rounds.round_log values (p_id, 1, rounds.here(), rounds.me(), 'call', 'framed', 'sealing', p_at);
end $$;
`;
