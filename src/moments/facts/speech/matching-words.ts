/** Words of a sentence that can be found again in an earlier claim, edit or path: identifiers and file names first, then nouns. */
const IDENTIFIER = /`([^`\n]{2,80})`|\b([A-Za-z_$][\w$]*(?:[A-Z_./-][\w$]+)+)\b/g;
const PLAIN = /\b[a-z]{5,}\b/g;
const MOST_WORDS = 24;
const COMMON = new Set(
  'about above actual actually after again already always another anything apologize because been before being better between broken cannot catch cause caused change changed changes changing check clear comes could correct currently didn different directly doesn doing either enough error error exactly example expected failed fails failing first fixed found going happen happens having hence issue issues itself later least looks makes maybe means might missed mistake mistaken needs never nothing other otherwise place point probably problem properly quite rather really realize right seems should shouldn since simply something still thing things think those though through turns under understand understood until using wanted wants weren where whether which while without working works would wrong your there their these them then this that with from have were when what will also into only'.split(
    ' ',
  ),
);

export function readMatchingWords(sentence: string): string[] {
  const words = new Set<string>();
  for (const match of sentence.matchAll(IDENTIFIER)) words.add((match[1] ?? match[2] ?? '').trim());
  for (const match of sentence.replace(IDENTIFIER, ' ').toLowerCase().matchAll(PLAIN)) if (!COMMON.has(match[0])) words.add(match[0]);
  return [...words].slice(0, MOST_WORDS);
}
