/**
 * The words of sessions: `words` as they stand, `parts` those of names in camelCase. The index keeps no texts (contentless):
 * the events have them. Rows are named `(derivation * 2^24 + seq) * 8 + kind`, so that those of a derivation go with it,
 * whatever removes it.
 *
 * Why unicode61 and not trigram, over the corpus of 117 MB: 6 MB and as fast, against 33 MB; names in snake_case and paths
 * are cut into their parts by it, and names in camelCase by us.
 */
export const sql = `
CREATE VIRTUAL TABLE search USING fts5 (words, parts, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER search_forgets AFTER DELETE ON derivations BEGIN
  DELETE FROM search WHERE rowid BETWEEN OLD.id * 134217728 AND OLD.id * 134217728 + 134217727;
END;
`;
