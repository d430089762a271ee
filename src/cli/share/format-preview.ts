import type { SharedItem, SharePreview, ShareRedaction, ShareTree } from '../../model/api/share.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay, toSize } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';

const MOST_LINES = 12;
const WHYS: Readonly<Record<ShareTree['leftOut'][number]['why'], string>> = {
  binary: 'no text',
  ignored: 'ignored by git',
  secrets: 'holds secrets',
  link: 'a link',
  submodule: 'a submodule',
  'large-file-pointer': 'a pointer to a large file',
  'too-large': 'too large',
  'odd-name': 'its name means something else elsewhere',
  'secret-name': 'its name holds a secret',
};

/** What would leave, to whom, what was taken out of it: everything a person decides on, and nothing of what came later. */
export function formatPreview({ to, digest, bytes, sizes, tree, noTree, redactions, hindrance, shared }: SharePreview, terminal: Terminal): string[] {
  const { style } = terminal;
  const readers = to ? `${toPlainLine(to.pair.name)}: ${to.pair.people.map(({ name }) => toPlainLine(name)).join(', ')}, on ${to.host}` : 'nobody yet';
  return [
    `${style('bold', 'Who will see it')}  ${readers}`,
    `${style('bold', 'What would leave')} ${toSize(bytes)}, SHA-256 ${digest}`,
    `  seen at once: the case (${toSize(sizes.case)})${tree ? ` and its code (${toSize(sizes.tree)})` : ''}`,
    `  sealed until a round of it is revealed: what came later (${toSize(sizes.withheld)})`,
    ...formatTree(tree, noTree, terminal),
    ...formatRedactions(redactions, terminal),
    ...(shared.length > 0 ? ['', `Shared before: ${shared.map(({ id, at }) => `${id ?? 'unanswered'} at ${at.slice(0, 16)}`).join(', ')}.`] : []),
    ...(hindrance ? ['', style('yellow', toPlainLine(hindrance))] : []),
  ];
}

function formatTree(tree: ShareTree | null, noTree: string | null, { style }: Terminal): string[] {
  if (!tree) return ['', `${style('bold', 'No code goes along.')} ${toPlainLine(noTree ?? '')}`];
  const left = tree.leftOut.map(({ path, why }) => `  ${toPlainLine(path)}: ${WHYS[why]}`);
  return [
    '',
    `${style('bold', 'The code')} as of ${toPlainLine(tree.why)}`,
    `  ${toCount(tree.files.length, 'file')}, ${toSize(tree.bytes)}`,
    ...tree.warnings.map((warning) => style('yellow', `  ${toPlainLine(warning)}`)),
    ...(tree.leftOut.length + tree.notChosen > 0
      ? [`${style('bold', 'Left out')}${tree.notChosen > 0 ? ` ${toCount(tree.notChosen, 'file')} that the case does not touch` : ''}`]
      : []),
    ...cut(left, 'more'),
  ];
}

function formatRedactions(redactions: readonly ShareRedaction[], { style }: Terminal): string[] {
  if (redactions.length === 0) return ['', `${style('bold', 'Taken out')} nothing was found that had to be.`];
  const lines = redactions.map(({ id, mark, places, count }) => {
    const [first] = places;
    const where = first ? (first.part === 'withheld' ? 'in what is sealed' : `${toPlainLine(first.at)}${first.line === null ? '' : ` ${first.line}`}`) : '';
    return `  ${mark}  ${where}${count > 1 ? ` and ${count - 1} more` : ''}  ${style('dim', id)}`;
  });
  return [
    '',
    style('bold', 'Taken out'),
    ...cut(lines, 'more; --json lists them all'),
    style('dim', '  --keep ID takes one back, --redact "TEXT" takes more out.'),
  ];
}

const cut = (lines: readonly string[], rest: string): string[] =>
  lines.length <= MOST_LINES ? [...lines] : [...lines.slice(0, MOST_LINES), `  … ${lines.length - MOST_LINES} ${rest}`];

const STATES: Readonly<Record<SharedItem['state'], string>> = {
  sent: 'sent',
  unknown: 'no answer came',
  forgetting: 'being forgotten',
  forgotten: 'forgotten',
  refused: 'refused by the team’s server',
  replaced: 'replaced by showing it again',
  withdrawn: 'taken back',
};

/** One line of the sharing log. */
export function formatShared({ id, what, subject: shown, at, host, to, bytes, case: caseId, moment, state }: SharedItem, now: Date): string {
  const whom = to === null ? host : `${toPlainLine(to)}, on ${host}`;
  const subject = shown === null ? (what === 'second-reader' ? 'second reader' : (caseId ?? `entry ${id}`)) : `${id} ${toPlainLine(shown)}`;
  return `${toDay(at, now)}  ${subject}  ${toSize(bytes)}  ${whom}  ${STATES[state]}${moment === null ? '' : `  ${moment}`}`;
}
