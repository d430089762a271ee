/** Words of a sentence that can be found again in an earlier claim, edit or path: identifiers and file names first, then nouns. */
const QUOTED = /`([^`\n]{2,80})`/g;
const COMPOUND = /[A-Za-z_][\w$./-]*[\w$]/g;
const LOOKS_LIKE_NAME = /[a-z][A-Z]|[\w$][_./-][\w$]/;
const PLAIN = /\b[a-z]{5,}\b/g;
const MOST_WORDS = 24;
const COMMON = new Set(
  'about above actual actually after again already always another anything apologize because been before being better between broken cannot catch cause caused change changed changes changing check clear comes could correct currently didn different directly doesn doing either enough error error exactly example expected failed fails failing first fixed found going happen happens having hence issue issues itself later least looks makes maybe means might missed mistake mistaken needs never nothing other otherwise place point probably problem properly quite rather really realize right seems should shouldn since simply something still thing things think those though through turns under understand understood until using wanted wants weren where whether which while without working works would wrong your there their these them then this that with from have were when what will also into only'.split(
    ' ',
  ),
);

export function readMatchingWords(sentence: string): string[] {
  const words = new Set<string>();
  for (const match of sentence.matchAll(QUOTED)) words.add((match[1] ?? '').trim());
  const unquoted = sentence.replace(QUOTED, ' ');
  const plain = unquoted.replace(COMPOUND, (word) => {
    if (!LOOKS_LIKE_NAME.test(word)) return word;
    words.add(word);
    return ' ';
  });
  for (const [word] of plain.toLowerCase().matchAll(PLAIN)) if (!COMMON.has(word)) words.add(word);
  return [...words].slice(0, MOST_WORDS);
}
