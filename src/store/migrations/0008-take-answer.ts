/** An answer and, where it was the last, the reveal, in one call: each way to the database and back is time during which others wait. */
export const TAKE_ANSWER = /* sql */ `
create function rounds.take_answer(p_round text, p_body bytea, p_commitment bytea, p_at timestamptz, out revealed boolean, out answered text[])
language plpgsql security definer set search_path = rounds, pg_temp as $$
declare missing int;
begin
  select a.waiting into missing from rounds.answer_round(p_round, p_body, p_commitment, p_at) a;
  revealed := missing = 0 and rounds.reveal_round(p_round, p_at);
  select array_agg(p.person) into answered from rounds.round_participant p where p.round = p_round and p.answered;
end $$;
`;
