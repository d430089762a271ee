/**
 * Search that uses the indexes: under row-level security an operator that might tell of what it saw (matching text is one) is
 * only asked after the policy, row by row. Here the same right is a condition of the function, and stands in it.
 */
export const SEARCH_LESSONS = /* sql */ `
-- Lessons I may see that fit, the best first. p_words: beginnings of words as a tsquery; p_parts: patterns for ilike, of which all
-- must fit somewhere, p_rarest the one to look for first. Where nothing fits, what is spelt nearly so.
create function rounds.search_lessons(p_text text, p_words text, p_parts text[], p_rarest text, p_limit int)
returns table (id text, score real) language plpgsql stable security definer
set search_path = rounds, public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  query tsquery := websearch_to_tsquery('english', p_text) || websearch_to_tsquery('simple', p_text) || to_tsquery('simple', p_words);
begin
  return query
    with fits as (
      select l.id from rounds.lesson l where l.words @@ query
      union
      select l.id from (
        select c.id, c.rule || ' ' || c.reasoning || ' ' || array_to_string(c.tags, ' ') || ' '
          || coalesce((select string_agg(a.path || ' ' || coalesce(a.symbol, ''), ' ') from rounds.lesson_anchor a where a.lesson = c.id), '') as everything
        from rounds.lesson c where c.id in (
          select t.id from rounds.lesson t where (t.rule || ' ' || t.reasoning) ilike p_rarest
          union select a.lesson from rounds.lesson_anchor a where a.organisation = rounds.here() and (a.path ilike p_rarest or a.symbol ilike p_rarest)
          union select t.id from rounds.lesson t where t.organisation = rounds.here() and array_to_string(t.tags, ' ') ilike p_rarest)
      ) l where l.everything ilike all (p_parts)
    )
    select l.id, (ts_rank_cd(l.words, query) * 2 + case when l.rule ilike all (p_parts) then 1 else 0 end)::real
    from rounds.lesson l join fits on fits.id = l.id
    where l.organisation = rounds.here() and l.retired_at is null
      and (l.published_at is not null or rounds.me() = any (l.authors) or (l.pair is not null and rounds.is_in_pair(l.pair)))
    order by 2 desc, l.created_at desc limit p_limit;
  if not found then
    return query
      select l.id, word_similarity(p_text, l.rule || ' ' || l.reasoning) from rounds.lesson l
      where p_text <% (l.rule || ' ' || l.reasoning) and l.organisation = rounds.here() and l.retired_at is null
        and (l.published_at is not null or rounds.me() = any (l.authors) or (l.pair is not null and rounds.is_in_pair(l.pair)))
      order by 2 desc, l.created_at desc limit p_limit;
  end if;
end $$;
`;
