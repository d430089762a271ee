import type { HumanTurn, Place, Run, SessionFacts, ShellCommand } from '../../../facts/facts.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { classifyCommand } from '../../../facts/runs/classify-command.ts';
import { readCommands } from '../../../facts/shell/read-commands.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Opens the part of a plan that says how to know that it worked. */
const OPENS_CHECKS =
  /^\s*(?:#{1,6}\s*|\*\*|\d+\.\s*\**)(?:\w+ ){0,2}(?:verif\w+|validat\w+|testing|test plan|how to (?:test|verify)|manual (?:tests?|checks?)|acceptance)\b/i;
const HEADING = /^\s*#{1,6}\s/;
const STEP = /^\s*(?:[-*]|\d+[.)])\s+(?:\[.\]\s*)?(.+)$/;
const COMMAND =
  /`([^`\n]{4,120})`|^\s*(?:\$ )?((?:npm|npx|pnpm|yarn|bun|go|cargo|make|mise|pytest|python3?|uv|dotnet|mvn|gradle|docker|goreleaser|terraform|node|deno)\s[^\n#]{2,100})/;
const TABLE = /^\s*\|/;
const RUNNABLE: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint', 'run']);
/** By hand: what a person would do with the finished thing. */
const BY_HAND = /\b(?:open|click|launch|start|navigate|visit|browse|manually|try|run the (?:app|server|command|cli)|in the browser|end[- ]to[- ]end)\b/i;
/** The report names what it leaves to others, or did not do. */
const LEAVES_OPEN =
  /\b(?:you (?:can|should|may|might|could|will|need)|please|to (?:verify|test|try)|next steps?|not (?:run|tested|verified)|manual\w*|remaining|skipped|didn['’]t|left)\b/i;
const CLAIMS_DONE =
  /\b(?:all (?:the )?(?:changes|steps|tasks|phases|edits|pieces|files|parts)|implementation|everything|plan|both files|migration|refactor\w*)\b.{0,40}\b(?:in place|complete[d]?|done|finished|implemented|updated|successful\w*)\b|\b(?:done|complete)[.!]|\bsummary of (?:what|the changes|changes|all)\b|\bhere['’]s (?:what|a summary)/i;
const LONGEST_PLAN = 60_000;

const isRunnable = ({ words }: ShellCommand): boolean => RUNNABLE.has(classifyCommand(words)) && !/^[\w./-]+\.\w+(?::\d|$)/.test(words[0] ?? '');

interface Check {
  readonly step: string;
  /** None where it is to be done by hand. */
  readonly commands: readonly ShellCommand[];
}

/** The checks a plan names, each by its command or as something to do by hand. */
function listChecks(plan: string): Check[] {
  const checks: Check[] = [];
  let inChecks = false;
  for (const line of plan.slice(0, LONGEST_PLAN).split('\n')) {
    if (OPENS_CHECKS.test(line)) inChecks = true;
    else if (HEADING.test(line)) inChecks = false;
    else if (inChecks) {
      const [, quoted, plain] = COMMAND.exec(line) ?? [];
      const commands = TABLE.test(line) ? [] : readCommands((quoted ?? plain ?? '').trim()).filter(isRunnable);
      const step = (STEP.exec(line)?.[1] ?? line).trim();
      if (commands.length > 0 || (STEP.test(line) && BY_HAND.test(step))) checks.push({ step, commands });
    }
  }
  return checks;
}

const significant = ({ words }: ShellCommand): string[] => words.filter((word) => !word.startsWith('-') && word !== 'run').slice(0, 2);

/** By its own words, or by any command of its class: a check may be spelt another way. */
function wasRun({ commands }: Check, runs: readonly Run[]): boolean {
  if (commands.length === 0) return runs.some((run) => run.class === 'run' || run.class === 'network');
  return commands.every((command) => {
    const wanted = classifyCommand(command.words);
    return runs.some((run) => (wanted !== 'run' && run.class === wanted) || significant(command).every((word) => run.command.includes(word)));
  });
}

interface Plan extends Place {
  readonly text: string;
}

/** Says no more than to go on, or refuses a call on the way. */
const GOES_ON_WORDS = 12;
const goesOn = ({ own, acts, explicit }: HumanTurn): boolean => explicit !== undefined || acts.has('approval') || countWords(own) <= GOES_ON_WORDS;

const holdsChecks = ({ text }: { readonly text: string }): boolean => text.split('\n').some((line) => OPENS_CHECKS.test(line));

/** The plan the work follows: pasted into a request, or agreed on; what the person said since only let it go on. */
function findPlan(facts: SessionFacts, reply: Place): Plan | undefined {
  const agreed = lastBefore(facts.plans, reply, ({ answer }) => answer === 'approved');
  const pasted = lastBefore(facts.humanTurns, reply, (turn) => !goesOn(turn) || holdsChecks(turn));
  const last = agreed && agreed.seq > (pasted?.seq ?? -1) ? agreed : pasted;
  return last && holdsChecks(last) ? last : undefined;
}

export const rule: Rule = {
  meta: {
    id: 'plan-check-dropped',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['done means every line of it', 'evidence before a claim'],
    activities: ['E1', 'E4'],
    supersedes: ['claim-beyond-tests', 'claim-without-run', 'tests-promised', 'claim-disproved'],
  },
  *find(facts) {
    const told = new Set<Plan>();
    for (const reply of facts.replies) {
      const plan = reply.final && isOwn(facts, reply) ? findPlan(facts, reply) : undefined;
      const claim = plan ? findSentence(reply.text, (one) => CLAIMS_DONE.test(one)) : undefined;
      if (!plan || !claim || told.has(plan) || !listBetween(facts.edits, plan, reply).some(({ role }) => role === 'product' || role === 'config')) continue;
      const runs = listBetween(facts.runs, plan, reply).filter(({ status }) => status !== 'refused');
      const checks = listChecks(plan.text);
      const dropped = checks.filter((check) => !wasRun(check, runs));
      const named = dropped.find(({ commands }) => commands.length > 0) ?? dropped[0];
      if (!named || LEAVES_OPEN.test(reply.text)) continue;
      told.add(plan);
      const answer = firstAfter(facts.humanTurns, reply);
      const report = answer?.acts.has('report') ? answer : undefined;
      yield {
        decision: { from: reply, shape: 'claim' },
        hindsight: report ? [{ place: report, quote: report.own || report.text }] : [],
        evidence: [
          { place: reply, quote: claim },
          { place: plan, quote: named.step },
        ],
        confidence: (named.commands.length === 0 ? 0.5 : 0.6) + (report ? 0.2 : 0),
        worth: report || dropped.length === checks.length ? 3 : 2,
        // What was agreed on, and what was run.
        sources: 2,
        params: { claim, step: named.step },
      };
    }
  },
};
