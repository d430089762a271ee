import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { App } from './app.ts';

/** Takes the demo's sessions out of the journal, with their moments and the rounds on them. Returns how many sessions there were. */
export function removeDemo({ journal }: Pick<App, 'journal'>): Result<number, Problem> {
  return journal.write(() => {
    const sessions = journal.sessions.listDemoIds();
    for (const session of sessions) {
      for (const { moment } of journal.moments.listOfSession(session)) {
        for (const round of journal.rounds.list({ moment: moment.id })) journal.rounds.remove(round.id);
        journal.dismissals.forget(moment.id);
        journal.readings.remove(moment.id);
      }
      journal.moments.replace(session, []);
      journal.sessions.remove(session);
    }
    for (const transcript of journal.transcripts.listDemoIds()) journal.transcripts.remove(transcript);
    journal.today.clear();
    return sessions.length;
  });
}
