import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { SessionDetail } from '../../model/api/sessions.ts';
import type { Terminal } from '../terminal.ts';
import { toCount, toDay } from '../text/format-quantities.ts';
import { toPlainLine } from '../text/to-plain.ts';
import { wrapText } from '../text/wrap-text.ts';

const MINUTE_MS = 60_000;

/** A session at a glance, with the questions of its moments. */
export function formatSession({ session, title, repository, counts, durationMs, pins, subSessions }: SessionDetail, now: Date, terminal: Terminal): string[] {
  const where = [
    AGENT_LABELS[session.agent],
    repository && toPlainLine(repository),
    session.branch && toPlainLine(session.branch),
    toDay(session.startedAt, now),
    `${Math.round(durationMs / MINUTE_MS)} min`,
  ];
  return [
    ...wrapText(toPlainLine(title), terminal.width).map((line) => terminal.style('bold', line)),
    terminal.style('dim', where.filter(Boolean).join(' · ')),
    '',
    `${toCount(counts.prompts, 'prompt')}, ${toCount(counts.edits, 'edit')} (${counts.editsSurviving} kept), ${toCount(counts.runs, 'run')} (${counts.runsRed} red), ${toCount(counts.commits, 'commit')}, ${toCount(counts.events, 'event')}`,
    ...subSessions.map(({ id, title: name }) => `${terminal.style('cyan', id)}  ${toPlainLine(name)}`),
    ...pins.flatMap(({ moment, question }) => [
      '',
      ...wrapText(toPlainLine(question), terminal.width - 2).map((line) => `  ${line}`),
      `  ${terminal.style('cyan', moment)}`,
    ]),
  ];
}
