import type { CommitFact, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const NOWHERE = { seq: -1, line: 0 };
const END = { seq: Infinity, line: 0 };
const COUNTS: ReadonlySet<string> = new Set(['product', 'test']);

/** Everything after the verb of every `git VERB` in the run. */
const argsOf = ({ commands }: Run, verb: string): string[][] =>
  commands.flatMap(({ words }) => {
    const git = words.indexOf('git');
    const at = words.indexOf(verb);
    return git >= 0 && git <= 1 && at > git ? [words.slice(at + 1)] : [];
  });

/** Takes the files from the work tree, or names them itself. */
const takesAll = (run: Run): boolean =>
  argsOf(run, 'commit').some((args) => args.some((word) => /^-[a-zA-Z]*a/.test(word) || word === '--all' || word === '--') || args.some(looksLikePath));
const looksLikePath = (word: string, at: number, args: readonly string[]): boolean =>
  !word.startsWith('-') && !/^(?:-[a-zA-Z]*m|-F|-C|-c|--message|--file|--author|--date|--fixup)$/.test(args[at - 1] ?? '') && /[/.]/.test(word);

/** Names of folders, patterns and lists made by the shell may cover anything. */
const stages = (run: Run, { path }: EditFact): boolean =>
  argsOf(run, 'add').some((args) =>
    args.some((word) => {
      if (/^(?:-A|--all|-u|--update|\.|:\/)$/.test(word) || /[*$`?]/.test(word)) return true;
      const name = word.replace(/^\.\//, '').replace(/\/$/, '');
      return !word.startsWith('-') && (path.endsWith(name) || path.includes(`/${name}/`) || name.endsWith(path));
    }),
  );
const STAGES_OTHERWISE = /\bgit (?:stage|rm|mv|stash|checkout|restore|reset|apply|rebase)\b|\badd -[pie]\b|\badd --patch\b|\b(?:xargs|lint-staged)\b/;

/** A status that does not list the file: it is as it was, or someone else has committed it. */
const isSeenUnchanged = ({ runs }: SessionFacts, edit: EditFact, commit: CommitFact): boolean =>
  listBetween(runs, edit, commit).some(
    (run) => argsOf(run, 'status').length > 0 && run.status === 'passed' && !`${run.head}\n${run.tail}`.includes(edit.path.split('/').at(-1) ?? edit.path),
  );

/** Files changed since the last commit that nothing put into this one, nor into one made before the person spoke again. */
function listLeftOut(facts: SessionFacts, commit: CommitFact): EditFact[] {
  const previous = lastBefore(facts.commits, commit) ?? NOWHERE;
  const end = firstAfter(facts.humanTurns, commit) ?? END;
  const later = listBetween(facts.runs, previous, end);
  if (later.some(({ command }) => STAGES_OTHERWISE.test(command))) return [];
  return listBetween(facts.edits, previous, commit).filter(
    (edit) =>
      COUNTS.has(edit.role) &&
      edit.change !== 'delete' &&
      edit.fate.type !== 'reverted' &&
      isOwn(facts, edit) &&
      !isSeenUnchanged(facts, edit, commit) &&
      !later.some((run) => run.seq > edit.seq && stages(run, edit)),
  );
}

export const rule: Rule = {
  meta: {
    id: 'commit-left-out',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what is in this commit?'],
    activities: ['E4', 'E10'],
  },
  *find(facts) {
    // It commits by itself.
    if (facts.agent === 'aider') return;
    for (const commit of facts.commits) {
      if (!isOwn(facts, commit) || takesAll(commit.run) || commit.run.status !== 'passed') continue;
      const left = listLeftOut(facts, commit);
      const first = left[0];
      if (!first) continue;
      yield {
        decision: { from: commit, shape: 'command' },
        evidence: [
          { place: commit, quote: commit.run.command },
          { place: first, quote: `${first.shownPath} changed` },
        ],
        confidence: 0.6,
        sources: 2,
        paths: [...new Set(left.map(({ path }) => path))],
        params: { file: first.shownPath },
      };
    }
  },
};
