import { programmeListSchema } from '../../model/api/team/programmes.ts';
import type { TeamProgramme } from '../../model/team/programme.ts';
import { addMonths } from '../../learning/drills/form-calendar.ts';
import type { App } from '../app.ts';
import { findTeam } from '../login/find-team.ts';
import { readYearStart, setYearStart } from './drill-forms.ts';

const ANSWER_WITHIN_MS = 4000;

/** Asks the team's server once, where no day is known here, when this person's own programme began. Without an answer nothing changes. */
export async function learnYearStart(app: App): Promise<void> {
  if (readYearStart(app) !== null) return;
  const team = findTeam(app.journal.home);
  if (!team.ok || team.value === null) return;
  const listed = await team.value.ask(programmeListSchema, { path: '/api/team/programmes', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  const start = listed.ok ? toYearStart(listed.value.programmes) : null;
  if (start !== null) setYearStart(app, start);
}

/** Of the programme one is learning in now; moved by what it was paused, so that the months fall where its milestones do. */
export function toYearStart(programmes: readonly Pick<TeamProgramme, 'parts' | 'state' | 'startsAt' | 'endsAt' | 'months'>[]): string | null {
  const own = programmes.find(({ parts, state }) => parts.includes('preceptee') && (state === 'running' || state === 'paused'));
  if (!own) return null;
  const planned = Date.parse(addMonths(own.startsAt.slice(0, 10), own.months));
  const paused = Math.max(0, Math.round((Date.parse(own.endsAt.slice(0, 10)) - planned) / 86_400_000));
  const start = new Date(Date.parse(own.startsAt.slice(0, 10)));
  start.setUTCDate(start.getUTCDate() + paused);
  return start.toISOString().slice(0, 10);
}
