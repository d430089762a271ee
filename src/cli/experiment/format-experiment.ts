import type { EndedExperiment } from '../../app/experiments/end-experiment.ts';
import type { ListedExperiment } from '../../app/experiments/list-experiments.ts';
import type { StartedExperiment } from '../../app/experiments/start-experiment.ts';
import type { Terminal } from '../terminal.ts';
import { toCount } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';

const day = (at: string | null): string => at?.slice(0, 10) ?? '';
const toWord = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`);

export function formatStarted({ experiment: { name, folder, branch, from, fromName }, uncommitted }: StartedExperiment): string {
  return [
    `Try anything on ${branch}, begun at ${fromName === 'HEAD' ? '' : `${toPlainLine(fromName)}, `}${from.slice(0, 8)}:`,
    `  cd ${toWord(folder)}`,
    ...(uncommitted > 0 ? [`What you have not committed (${toCount(uncommitted, 'file')}) stays where it is, and is not in there.`] : []),
    `Then: rounds experiment keep ${name}, or rounds experiment discard ${name}`,
  ].join('\n');
}

export function formatListedExperiment(
  { name, state, startedAt, endedAt, folder, commits, learned, now }: ListedExperiment,
  { style }: Pick<Terminal, 'style'>,
): string {
  const done = toCount(now?.commits ?? commits ?? 0, 'commit');
  const open = now && [
    ...(now.uncommitted > 0 ? [`${toCount(now.uncommitted, 'file')} not committed`] : []),
    now.isFolderGone ? 'its folder is gone' : toPlainLine(folder),
  ];
  const head = `${style('cyan', name)} ${state === 'open' ? `open since ${day(startedAt)}` : `${state} on ${day(endedAt)}`}: ${[done, ...(open ?? [])].join(', ')}`;
  return learned === null ? head : `${head}\n  ${style('italic', toPlainLine(learned))}`;
}

export function formatKept({ experiment: { branch, root } }: EndedExperiment, isMerged: boolean): string {
  return isMerged ? `Merged into what is checked out in ${toPlainLine(root)}.` : `Its branch ${branch} stays. To take it over: git merge ${branch}`;
}

export function formatDiscarded({ experiment: { name, head, root }, before: { commits, uncommitted } }: EndedExperiment): string {
  const gone = [...(commits > 0 ? [toCount(commits, 'commit')] : []), ...(uncommitted > 0 ? [`changes of ${toCount(uncommitted, 'file')}`] : [])];
  return [
    `Thrown away whole${gone.length > 0 ? `: ${gone.join(' and ')}` : ''}. ${toPlainLine(root)} is as it was.`,
    ...(commits > 0 && head !== null ? [`For as long as git keeps them, its commits come back with: git branch ${name} ${head.slice(0, 12)}`] : []),
  ].join('\n');
}
