/** The year's states: planned, running, paused and running again, completed; ended early from anywhere before that. */
import { problem, type Problem } from '../../model/problem.ts';
import type { HandOver, Programme } from '../../model/programme.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { listMissingToStart, type NameOf } from './list-missing-to-start.ts';
import { findEnd } from './plan-year.ts';

export type ProgrammeAct =
  | { readonly type: 'start' }
  | { readonly type: 'pause'; readonly why: string }
  | { readonly type: 'resume' }
  | { readonly type: 'hand-over'; readonly handOver: HandOver }
  | { readonly type: 'complete' }
  | { readonly type: 'end' };

const FROM: Readonly<Record<ProgrammeAct['type'], readonly Programme['state'][]>> = {
  start: ['planned'],
  pause: ['running'],
  resume: ['paused'],
  // Somebody may leave during a pause.
  'hand-over': ['running', 'paused'],
  complete: ['running'],
  end: ['planned', 'running', 'paused'],
};

/** The programme after the act at `at`: `conflict` where it is not possible from its state, `bad-input` with what is missing. */
export function moveProgramme(programme: Programme, act: ProgrammeAct, at: string, nameOf: NameOf = (person) => person): Result<Programme, Problem> {
  if (!FROM[act.type].includes(programme.state))
    return failed(problem('conflict', `This programme is ${programme.state}: it is not possible to ${act.type.replace('-', ' ')} it now.`));
  switch (act.type) {
    case 'start': {
      const missing = listMissingToStart(programme, nameOf);
      return missing.length > 0
        ? failed(problem('bad-input', 'The year cannot start yet.', { next: missing.join(' ') }))
        : ok({ ...programme, state: 'running' });
    }
    case 'pause':
      return ok({ ...programme, state: 'paused', pauses: [...programme.pauses, { from: at, to: null, why: act.why }] });
    case 'resume':
      return ok({ ...programme, state: 'running', pauses: programme.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) });
    case 'hand-over':
      return handOver(programme, act.handOver, nameOf);
    case 'complete':
      return at < findEnd(programme)
        ? failed(problem('conflict', 'The year is not over.', { why: `It ends on ${findEnd(programme).slice(0, 10)}, pauses counted in.` }))
        : ok({ ...programme, state: 'completed', completedAt: at });
    case 'end':
      return ok({ ...programme, state: 'ended', pauses: programme.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) });
  }
}

function handOver(programme: Programme, given: HandOver, nameOf: NameOf): Result<Programme, Problem> {
  const missing = [
    ...(given.from === programme.preceptor ? [] : [`${nameOf(given.from)} is not the preceptor.`]),
    ...(given.to === programme.preceptor || given.to === programme.preceptee ? ['The next preceptor must be a third person.'] : []),
    ...(given.summary === '' ? ['Write what was done and what was learned.'] : []),
    ...(given.focus === '' ? ['Write what is next.'] : []),
    ...(given.agreedByPreceptee ? [] : ['The preceptee has not read and agreed to it.']),
  ];
  if (missing.length > 0) return failed(problem('bad-input', 'The hand-over is not complete.', { next: missing.join(' ') }));
  return ok({ ...programme, preceptor: given.to, handOvers: [...programme.handOvers, given] });
}
