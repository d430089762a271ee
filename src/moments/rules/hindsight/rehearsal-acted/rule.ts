import type { Message, Run, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Run to see what would happen, not to make it happen. */
const REHEARSES: ReadonlySet<string> = new Set(['--dry-run', '--dryrun', '--check', '--no-op', '--noop', '--validate', '--preview', '--what-if', '--simulate']);
const ONLY_READS: ReadonlySet<string> = new Set(['rg', 'grep', 'sed', 'cat', 'git diff', 'git apply', 'head', 'tail', 'find', 'awk']);

/** It did, all the same. */
const ACTED =
  /\b(?:actually|really|did|also|itself|still|accidentally|inadvertently|unintentionally) (?:\w+ ){0,2}?(?:execut\w*|push\w*|publish\w*|delet\w*|upload\w*|wrote|writ(?:es?|ten)|overwr\w*|ran|run|sent|send|remov\w*|committed|created?|attempt\w*|deploy\w*|install\w*)\b/i;
const NOT_SO =
  /\?$|(?:n['’]t|\b(?:not|no longer|never|would|should|could|might|may|if|whether|to confirm))\b[^,;.]{0,30}\b(?:execut|push|publish|delet|upload|writ|wrote|overwr|ran|run|sen[dt]|remov|commit|creat|attempt|deploy|install)/i;
/** Said of the command while its answer is fresh. */
const SOON = 16;

function isRehearsal({ commands }: Run): boolean {
  return commands.some(({ words }) => {
    const [program = '', verb = ''] = words;
    return !ONLY_READS.has(program) && !ONLY_READS.has(`${program} ${verb}`) && words.some((word) => REHEARSES.has(word));
  });
}

interface Discovery {
  readonly run: Run;
  readonly said: Message;
  readonly sentence: string;
}

/** Words of the command that the sentence names too. */
const countNamed = ({ command }: Run, sentence: string): number =>
  new Set(command.split(/\s+/).filter((word) => word.length > 4 && sentence.includes(word))).size;

function findDiscovery(facts: SessionFacts, said: Message): Discovery | undefined {
  const sentence = findSentence(said.text, (one) => ACTED.test(one) && !NOT_SO.test(one));
  if (!sentence) return undefined;
  const asked = lastBefore(facts.humanTurns, said)?.seq ?? -1;
  const since = { seq: Math.max(asked, said.seq - SOON), line: 0 };
  const runs = listBetween(facts.runs, since, said).filter((run) => isOwn(facts, run) && isRehearsal(run) && run.status !== 'refused');
  // Of several the one it names, else the last.
  const run = runs.toReversed().toSorted((a, b) => countNamed(b, sentence) - countNamed(a, sentence))[0];
  return run ? { run, said, sentence } : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'rehearsal-acted',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does a dry run not cover?', 'side effects of a check'],
    activities: ['E4', 'E6'],
  },
  *find(facts) {
    const told = new Set<Run>();
    for (const said of facts.replies) {
      const found = isOwn(facts, said) ? findDiscovery(facts, said) : undefined;
      if (!found || told.has(found.run)) continue;
      told.add(found.run);
      const { run, sentence } = found;
      yield {
        mark: { from: run, to: said },
        decision: { from: run, shape: 'command' },
        hindsight: [{ place: said, quote: sentence }],
        evidence: [
          { place: run, quote: run.command },
          { place: said, quote: sentence },
        ],
        confidence: 0.65,
        sources: 2,
        params: { command: run.command.split('\n')[0] ?? run.command },
      };
    }
  },
};
