import type { CodeMatch, EditFact, HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import { lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const WORDS = /\bdebug|\bconsole|\bprint|\blogging?\b|\bleft/i;
/** Where printing is the job. */
const PRINTS = /(?:^|\/)(?:cli|cmd|bin|scripts?|tools?|examples?|demo|benchmarks?|perf)\/|(?:^|\/)(?:cli|main|__main__|logger|log|logging|debug)\.\w+$/i;

export const rule: Rule = {
  meta: {
    id: 'debug-left',
    version: 1,
    kind: 'leftover',
    stage: 'nursery',
    worth: 1,
    concepts: ['clean up before handing over'],
    activities: ['E3', 'E4'],
    cwe: [489],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'debug-print', (match, edit) => isForTheAuthor(match, edit.role, edit.shownPath))) {
      const kept = found.all.filter((match) => !wasTool(facts, found.edit, match));
      const [match] = kept;
      if (!match) continue;
      const told = findTold(facts, found.edit, match);
      yield toCodeCandidate(
        facts,
        { ...found, match, all: kept },
        {
          confidence: match.captures.sure === 'yes' ? 0.6 : 0.4,
          ...(told ? { worth: 2 } : {}),
          told,
          words: WORDS,
        },
      );
    }
  },
};

/** Taken out again before anybody got it, it was a tool; what a commit took along was handed over. */
function wasTool(facts: SessionFacts, edit: EditFact, match: CodeMatch): boolean {
  const undoing = findUndoing(facts, edit, match);
  return undoing !== undefined && listBetween(facts.commits, edit, undoing).length === 0;
}

/** The message after the commit that speaks of it, where it was taken out for that. */
function findTold(facts: SessionFacts, edit: EditFact, match: CodeMatch): HumanTurn | undefined {
  const undoing = findUndoing(facts, edit, match);
  return undoing && lastBefore(facts.humanTurns, undoing, (turn) => turn.seq > edit.seq && WORDS.test(turn.own));
}

/** Calls itself debugging, stops the program, or shows all there is: no program's own output. */
const DEBUGGING = /\(\s*[frb]?["'`]\W*DEBUG\b|\b(?:locals|globals)\(\)|^(?:debugger|breakpoint|i?pdb|pudb|dbg!)/;

function isForTheAuthor({ text, captures: { sure, label } }: CodeMatch, role: string, path: string): boolean {
  if (sure === 'yes') return role === 'test' || !PRINTS.test(path) || DEBUGGING.test(text);
  return label === 'yes' && role === 'product' && !PRINTS.test(path);
}
