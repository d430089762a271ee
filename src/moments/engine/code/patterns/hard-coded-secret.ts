import { CONFIG, PROGRAM, type CodeLanguage } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const languages: readonly CodeLanguage[] = [...PROGRAM, ...CONFIG, 'shell', 'ruby'];
/** Forms that their issuers made recognisable. */
const KNOWN_FORM =
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}|xox[baprs]-[\w-]{20,}|AIza[\w-]{35}|glpat-[\w-]{20}|sk_live_\w{20,}|npm_[A-Za-z0-9]{36})\b|-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/;
const NAMED =
  /\b(\w*(?:password|passwd|secret|api_?key|apikey|access_?token|auth_?token|private_?key|client_?secret)\w*)["']?\s*(?:[:=]|:=)\s*["'`]([^"'`\s]{8,})["'`]/i;
const NOT_A_SECRET =
  /^(?:process\.env|os\.|\$|<|\{|%|REDACTED|x{4,}|\*{3,}|your|my-|change|example|dummy|fake|test|mock|sample|placeholder|todo|none|null|undefined|secret|password|token|key|invalid|wrong|foo|bar|abc|123|https?:|[/.~])|[{}<>$]|^[a-z]+(?:[_.:/ -][a-z]+)*$|^[A-Z]+(?:_[A-Z]+)*$|^[a-z]+(?:[A-Z][a-z]+)*$/i;

/** A key, token or password written into the code. The value itself is never kept. */
export const hardCodedSecret: CodePattern = {
  id: 'hard-coded-secret',
  languages,
  sides: 'added',
  prefilter: /pass(?:word|wd)|secret|api_?key|token|private.?key|AKIA|gh[pousr]_|github_pat|sk-|xox|AIza|glpat|sk_live|npm_|PRIVATE KEY/i,
  *find(code): Iterable<Found> {
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      const named = NAMED.exec(line);
      const value = KNOWN_FORM.exec(line)?.[0] ?? (named && isRandom(named[2] as string) ? (named[2] as string) : null);
      if (!value || /REDACTED|EXAMPLE|example/.test(line)) continue;
      yield {
        start: index,
        end: index,
        text: line.replace(value, '…').trim(),
        captures: { name: named?.[1] ?? 'key', form: KNOWN_FORM.test(line) ? 'known' : 'named' },
      };
    }
  },
};

/** Whether a value looks made rather than named: digits and letters mixed, with the variety of a real password or key. */
function isRandom(value: string): boolean {
  if (NOT_A_SECRET.test(value)) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((of) => of.test(value)).length;
  return classes >= 3 || (classes >= 2 && value.length >= 20 && new Set(value).size >= 10);
}
