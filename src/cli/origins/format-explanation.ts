import type { LineExplanation } from '../../app/origins/explain-line.ts';
import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import { describeEvidence } from './describe-evidence.ts';

const GUTTER = 11;
const MOST_LINES = 10;

/** The answer of `rounds why`, as lines for a terminal. */
export function formatExplanation(explained: LineExplanation, now: Date, terminal: Terminal): string[] {
  const { file, line, text, commit, lessons, session, written, prompt, reasoning, reply, run, correction } = explained;
  const say = (name: string, words: string, most = MOST_LINES): string[] => toBlock(name, words, most, terminal);
  return [
    terminal.style('bold', toPlainLine(`${file}:${line}`)),
    ...say('line', text.trim() === '' ? '(empty)' : text, 3),
    ...say('commit', commit ? `${commit.sha.slice(0, 10)} ${commit.subject} (${toDay(commit.at, now)})` : 'not committed yet', 2),
    ...lessons.flatMap((lesson) => say('lesson', formatLesson(lesson), 8)),
    ...say('origin', describeOrigin(explained), 4),
    ...(session ? say('session', `${AGENT_LABELS[session.agent]}: ${session.title} (${toDay(session.startedAt, now)}) ${session.id}`, 2) : []),
    ...(prompt ? say('you', prompt.text) : session ? say('you', 'no message of yours stands before it in this session') : []),
    ...(reasoning ? say('thinks', reasoning.text) : []),
    ...(reply ? say('agent', reply.text) : []),
    ...(written ? say('written', describeWriting(written), 4) : []),
    ...(written
      ? say(
          'tested',
          run ? `${run.command} — ${run.status}${run.exitCode === null ? '' : ` (exit ${run.exitCode})`}` : 'by nothing that ran after it in this session',
          4,
        )
      : []),
    ...(correction ? say('you, next', correction.text, 6) : []),
  ];
}

function formatLesson({ id, rule, reasoning, createdAt, stale }: LineExplanation['lessons'][number]): string {
  const title = `${rule} (${id}, ${createdAt.slice(0, 10)})`;
  return [title, ...(stale ? [describeChange(stale)] : []), ...(reasoning.trim() === '' ? [] : [reasoning])].join('\n');
}

function describeChange({ commit }: NonNullable<LineExplanation['lessons'][number]['stale']>): string {
  const by = commit === null ? 'a change that is not committed here' : `${commit.sha.slice(0, 10)} ${commit.subject}`;
  return `Stale: its code was changed by ${by}. Does it still hold?`;
}

function describeOrigin({ by, confidence, evidence, looked }: LineExplanation): string {
  const why = evidence.map(describeEvidence).join(', ');
  const sure = `${Math.round(confidence * 100)} % sure`;
  if (by === 'agent') return `an agent's session, ${sure}: ${why}`;
  if (by === 'person') return `a person, ${sure}: ${why}`;
  if (looked.sessions === 0) return `not known: ${why}. Looked at no session: none here worked in this repository ("rounds import" reads what is new).`;
  // A removed work tree or another machine's clone cannot be told from another repository: their sessions are looked at as well.
  const sessions = `${toCount(looked.sessions, 'session')} that worked in this repository, or in a folder that is not on this machine`;
  return `not known: ${why}. Looked at ${sessions}: ${toCount(looked.writings, 'writing')} of theirs into files of this name or with these lines.`;
}

function describeWriting({ way, command, thread, at }: NonNullable<LineExplanation['written']>): string {
  const who = thread === 'main' ? '' : ' by a sub-agent';
  const when = at === null ? '' : ` at ${at.slice(0, 16).replace('T', ' ')} UTC`;
  if (way === 'edit') return `with an edit${who}${when}`;
  if (way === 'person') return `by you, noticed at the agent's next edit${when}`;
  return `by a command${who}${when}${command === null ? '' : `: ${command}`}`;
}

function toBlock(name: string, words: string, most: number, terminal: Terminal): string[] {
  const lines = wrapText(toPlain(words).replaceAll('\t', '  ').trimEnd(), terminal.width - GUTTER).filter((line, at, all) => line !== '' || all[at - 1] !== '');
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `… ${lines.length - most + 1} more lines`] : lines;
  return shown.map((line, at) => (terminal.style('dim', (at === 0 ? name : '').padEnd(GUTTER)) + line).trimEnd());
}
