import type { CommitFact, EditFact, Run, SessionFacts } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isCheck, isRed } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUndisputed } from '../../../rule/is-uncontested.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const LOOKS: ReadonlySet<string> = new Set(['status', 'diff']);
const UNDOES = /\bgit (?:commit\b[^|;&]*--amend|reset\b|revert\b)/;
const TAKES_ALL: ReadonlySet<string> = new Set(['-A', '--all', '.', '-a', '-am', '--no-verify', '-n']);

const looksAtChanges = (run: Run): boolean =>
  run.status === 'passed' && run.commands.some(({ words }) => words.includes('git') && words.some((word) => LOOKS.has(word)));
/** Every path that goes in is named. */
const isNamed = (run: Run): boolean => run.commands.every(({ words }) => !words.includes('git') || !words.slice(1, 5).some((word) => TAKES_ALL.has(word)));
/** A wrapper may hide that a hook stopped it; then it is tried again. */
const SAYS_FAILED = /\bFAILED\b|\bscript failed\b|\berror:|\bexited with code [1-9]/;
const commits = ({ commands }: Run): boolean => commands.some(({ words }) => words.includes('git') && words.includes('commit'));
const isStopped = (run: Run): boolean => commits(run) && (run.status === 'failed' || SAYS_FAILED.test(run.head) || SAYS_FAILED.test(run.tail));
const INSERTED = /(\d+) insertions?\(\+\)/;
const DELETED = /(\d+) deletions?\(-\)/;
/** A hook may end a file with the line break it lacked. */
const FEW = 1;
/** What somebody had staged before goes in unseen. */
const STAGED = /^Changes to be committed|^[MARD] {2}\S/m;

/** No more lines went in or out than were written in this session, as git counts them: of a file that somebody else had changed too, more would. */
function isOwnWork(run: Run, added: Run | undefined, edits: readonly EditFact[]): boolean {
  const told = [run, added].flatMap((one) => (one ? [one.head, one.tail] : [])).find((text) => INSERTED.test(text));
  if (told === undefined) return false;
  const count = (sign: RegExp): number => Number(sign.exec(told)?.[1] ?? 0);
  const sum = (of: (edit: EditFact) => number): number => edits.reduce((total, edit) => total + of(edit), 0);
  return count(INSERTED) <= sum(({ addedCount }) => addedCount) + FEW && count(DELETED) <= sum(({ removedCount }) => removedCount) + FEW;
}
/** What git lists as changed or new beside the files that go in. */
const LISTED = /^(?:[\t ]*(?:modified:|new file:|deleted:)\s+|\s*(?:[MAD?]{1,2}|\?\?)\s+|\t| {3}(?! ))(?!\()(\S+)\s*$/gm;
/** Where the list of files ends and their lines begin. */
const CHANGES = /^(?:diff --git|---|@@|[+-])/m;
/** Files are listed that the commands which add and commit do not name, nor a folder of theirs. */
function leavesOut(looks: readonly Run[], takes: readonly Run[]): boolean {
  const named = takes.flatMap(({ commands }) => commands.flatMap(({ words }) => words)).filter((word) => /[./]/.test(word) && !word.includes('\n'));
  const listed = looks.flatMap(({ head }) => [...(head.split(CHANGES)[0] ?? '').matchAll(LISTED)].flatMap(([, path]) => path ?? []));
  return listed.some((path) => /[./]/.test(path) && !named.some((word) => path.includes(word) || word.endsWith(path) || word.startsWith(path)));
}
/** Every file that goes in was changed in this session; of a folder, one of its files. */
const isOfSession = (adds: readonly Run[], edits: readonly EditFact[]): boolean =>
  adds.flatMap(listAdded).every((path) => edits.some((edit) => edit.path.endsWith(path) || edit.path.includes(`${path.replace(/\/$/, '')}/`)));

function listAdded({ commands }: Run): string[] {
  return commands.flatMap(({ words }) => {
    const at = words.indexOf('add');
    return words.includes('git') && at > 0 ? words.slice(at + 1).filter((word) => !word.startsWith('-')) : [];
  });
}
const isUndone = (facts: SessionFacts, commit: CommitFact): boolean => firstAfter(facts.runs, commit, ({ command }) => UNDOES.test(command)) !== undefined;

export const rule: Rule = {
  meta: {
    id: 'checked-commit',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 1,
    concepts: ['look at what goes in'],
    activities: ['E4', 'E8'],
  },
  *find(facts) {
    for (const commit of facts.commits) {
      const { run } = commit;
      const edits = listBetween(facts.edits, lastBefore(facts.commits, run) ?? { seq: -1, line: 0 }, run);
      const code = edits.filter(({ role }) => role === 'product' || role === 'test');
      const last = code.at(-1) ?? edits.at(-1);
      if (!last || UNDOES.test(run.command) || !isOwn(facts, run) || !isNamed(run) || isUndone(facts, commit)) continue;
      const since = listBetween(facts.runs, last, run);
      const looked = since.findLast(looksAtChanges);
      // No test reads settings or documents: any check of them will do.
      const check = since.findLast((one) => one.status === 'passed' && (code.length > 0 ? one.class === 'test' : isCheck(one)));
      // Part of the tests is no proof where all of them failed a moment before.
      const failedAll = since.some((one) => one.class === 'test' && one.scope === 'all' && one.status === 'failed' && isRed(one)) && check?.scope !== 'all';
      const red =
        failedAll || since.some((one) => isCheck(one) && one.status === 'failed' && one.seq > (check?.seq ?? 0)) || since.some(isStopped) || isStopped(run);
      const adds = since.filter((one) => one.commands.some(({ words }) => words.includes('git') && words.includes('add')));
      const added = adds[0];
      const hasStaged = listBetween(since, last, added ?? run).some((one) => looksAtChanges(one) && STAGED.test(one.head));
      const leaves = leavesOut([run, ...since.filter(looksAtChanges)], [run, ...adds]);
      const saw = since.some((one) => one.status === 'passed' && one.commands.some(({ words }) => words.includes('git') && words.includes('diff')));
      if (
        !looked ||
        !saw ||
        (!check && code.length > 0) ||
        !leaves ||
        red ||
        !adds.every(isNamed) ||
        !isOfSession(adds.includes(run) ? adds : [...adds, run], edits) ||
        hasStaged ||
        !isOwnWork(run, added, edits) ||
        !isUndisputed(facts, run, edits)
      )
        continue;
      const answer = firstAfter(facts.humanTurns, run);
      yield {
        decision: { from: run, shape: 'command' },
        hindsight: [
          ...(run.resultLine !== null && run.resultSeq !== null
            ? [{ place: { seq: run.resultSeq, line: run.resultLine }, quote: `committed: ${commit.message}` }]
            : []),
          ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : []),
        ],
        evidence: [...(check ? [citeResult(check, check.command)] : []), citeResult(looked, looked.command), { place: run, quote: run.command }],
        confidence: 0.5,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { message: commit.message.split('\n')[0] ?? '' },
      };
    }
  },
};
