import type { Run, SessionFacts, ShellCommand } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Options that make a program go on where it would refuse to, by what they override. */
const OVERRIDES: Readonly<Record<string, readonly string[]>> = {
  npm: ['--force', '-f', '--legacy-peer-deps', '--no-strict-ssl'],
  pnpm: ['--force', '--no-frozen-lockfile', '--no-strict-peer-dependencies'],
  yarn: ['--force', '--ignore-engines', '--ignore-platform'],
  pip: ['--break-system-packages', '--no-deps', '--force-reinstall'],
  pip3: ['--break-system-packages', '--no-deps', '--force-reinstall'],
  cargo: ['--allow-dirty', '--no-verify', '--allow-staged'],
  gh: ['--admin'],
  terraform: ['-lock=false'],
  kubectl: ['--force', '--validate=false'],
  helm: ['--force', '--no-hooks'],
};
/** Options that are wrong without any refusal before: they pass by a rule others agreed on. */
const ALWAYS: ReadonlySet<string> = new Set(['--admin', '-lock=false', '--validate=false']);

const nameOf = ({ words }: ShellCommand): string => (words[0] ?? '').split('/').at(-1) ?? '';
const findOverride = (command: ShellCommand): string | undefined => command.words.find((word) => OVERRIDES[nameOf(command)]?.includes(word));

/** The same program, just before, refused the same thing without the option. */
function findRefusal(facts: SessionFacts, run: Run, { words }: ShellCommand): Run | undefined {
  const [program, action] = words;
  const before = lastBefore(facts.runs, run, ({ commands }) => commands.some((one) => one.words[0] === program && one.words[1] === action));
  return before?.status === 'failed' && !before.commands.some(findOverride) ? before : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'refusal-overridden',
    version: 1,
    kind: 'suppression',
    stage: 'nursery',
    worth: 2,
    concepts: ['read the diagnostic first', 'guards run before sharing'],
    activities: ['E2', 'E6'],
    cwe: [693],
  },
  *find(facts) {
    for (const run of facts.runs) {
      const command = isOwn(facts, run) ? run.commands.find(findOverride) : undefined;
      const option = command && findOverride(command);
      if (!command || !option || (lastBefore(facts.humanTurns, run)?.own ?? '').includes(option)) continue;
      const refusal = findRefusal(facts, run, command);
      if (!refusal && !ALWAYS.has(option)) continue;
      yield {
        decision: { from: run, shape: 'command' },
        evidence: [{ place: run, quote: run.command }, ...(refusal ? [{ place: refusal, quote: refusal.failure?.message || refusal.command }] : [])],
        confidence: refusal ? 0.7 : 0.55,
        sources: refusal ? 2 : 1,
        params: { option },
      };
    }
  },
};
