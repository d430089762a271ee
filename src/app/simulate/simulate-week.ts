import type { Meeting } from '../../model/team/meeting.ts';
import { toWeek } from '../../programme/weekly/to-week.ts';
import { changeMeeting } from '../team/meetings/change-meeting.ts';
import { listMyMeetings } from '../team/meetings/list-meetings.ts';
import { makeMeeting } from '../team/meetings/make-meeting.ts';
import type { TeamApp } from '../team/team-app.ts';
import { agreeFocus, writeWeekly } from '../team/weekly/write-weekly.ts';
import { addDays } from './calendar.ts';
import { must } from './must.ts';
import type { SimPerson } from './people.ts';
import type { SimPair, SimTally } from './sim-pair.ts';
import { beginProject, finishProject } from './simulate-project.ts';
import { simulateRound } from './simulate-round.ts';

export interface WeekScene {
  readonly app: TeamApp;
  readonly tally: SimTally;
  readonly monday: Date;
  /** Share of the year that is over. */
  readonly progress: number;
  /** A review, the midpoint or a check-in, by what the year has due this week. */
  readonly meeting: Meeting['kind'];
  /** Who may be called as a third. */
  readonly guests: readonly SimPerson[];
}

interface Phase {
  /** Days after Monday, and the hour. */
  readonly at: readonly [day: number, hour: number];
  readonly act: (scene: WeekScene, pair: SimPair) => Promise<void>;
}

/** What a pair does in a week: they meet, judge a case, work on a project, and write their page, the preceptee first. */
export const PHASES: readonly Phase[] = [
  { at: [0, 9], act: planMeeting },
  { at: [1, 11], act: holdMeeting },
  { at: [2, 14], act: judgeCase },
  { at: [3, 10], act: workOnProject },
  { at: [4, 15], act: writeFirstHalf },
  { at: [4, 16], act: writeSecondHalf },
];

async function planMeeting({ app, tally, monday, meeting }: WeekScene, pair: SimPair): Promise<void> {
  tally.weeks += 1;
  // The first is there since the year began, unless its day was over by then.
  if (meeting === 'first meeting') {
    const { meetings } = must(await listMyMeetings(app, pair.preceptor, { programme: pair.programme }));
    pair.meeting = meetings.find(({ kind }) => kind === 'first meeting')?.id ?? null;
    if (pair.meeting) return;
  }
  const planned = { programme: pair.programme, kind: meeting, startsAt: addDays(monday, 1, 10).toISOString(), minutes: meeting === 'check-in' ? 30 : 60 };
  pair.meeting = must(await makeMeeting(app, pair.preceptor, planned)).id;
}

async function holdMeeting({ app, tally, meeting }: WeekScene, pair: SimPair): Promise<void> {
  if (!pair.meeting) return;
  if (pair.chance.happens(meeting === 'check-in' ? pair.preceptor.care : 0.95)) {
    must(await changeMeeting(app, pair.preceptee, pair.meeting, { type: 'hold' }));
    tally.meetingsHeld += 1;
  } else must(await changeMeeting(app, pair.preceptor, pair.meeting, { type: 'cancel' }));
  pair.meeting = null;
}

async function judgeCase({ app, tally, progress, guests }: WeekScene, pair: SimPair): Promise<void> {
  if (!pair.chance.happens(0.6)) return;
  const free = guests.filter(({ person }) => person !== pair.preceptor.person && person !== pair.preceptee.person);
  await simulateRound({ app, tally, progress }, pair, pair.chance.happens(0.45) ? pair.chance.pick(free) : null);
}

async function workOnProject({ app, tally }: WeekScene, pair: SimPair): Promise<void> {
  if (!pair.project) {
    if (pair.chance.happens(0.5)) await beginProject(app, pair);
    return;
  }
  pair.project.weeksLeft -= 1;
  if (pair.project.weeksLeft <= 0) await finishProject(app, pair, tally);
}

async function writeFirstHalf({ app, tally, monday }: WeekScene, pair: SimPair): Promise<void> {
  const { chance, preceptee, preceptor } = pair;
  pair.wrotePage = chance.happens(preceptee.care);
  if (!pair.wrotePage) {
    tally.missedWeeks += 1;
    return;
  }
  const early = await writeWeekly(app, preceptor, toPage(pair, monday), {
    of: 'preceptor',
    saw: 'Too early.',
    wantsNext: 'Too early.',
    changesMyself: 'Too early.',
  });
  if (early.ok) throw new Error('The preceptor wrote before the preceptee.');
  must(
    await writeWeekly(app, preceptee, toPage(pair, monday), {
      of: 'preceptee',
      wentWell: chance.pick(['I stopped the agent before it went on.', 'I saw it fail before I mended it.', 'I asked what the claim rests on.']),
      hardest: chance.pick(['To say how sure I was.', 'A change in a place I had not read.', 'To refuse work that looked right.']),
      differently: chance.pick(['Run it myself first.', 'Write the limits down.', 'Read the callers.']),
      nextFocus: chance.pick(['Probabilities below 90.', 'One hypothesis at a time.', 'Name what must not change.']),
    }),
  );
}

async function writeSecondHalf({ app, monday }: WeekScene, pair: SimPair): Promise<void> {
  const { chance, preceptee, preceptor, wrotePage } = pair;
  if (!wrotePage || !chance.happens(preceptor.care)) return;
  must(
    await writeWeekly(app, preceptor, toPage(pair, monday), {
      of: 'preceptor',
      saw: chance.pick(['You marked the line that decided it.', 'You changed your mind on evidence, and said so.']),
      wantsNext: chance.pick(['Predict before each probe.', 'Take the lead in the next round.']),
      changesMyself: chance.pick(['I wait longer before I answer.', 'I say how sure I am, too.']),
    }),
  );
  if (!chance.happens(0.9)) return;
  const focus = chance.pick(['Predict before you probe.', 'Say what must not change.', 'Find the cause, not the symptom.']);
  must(await agreeFocus(app, preceptee, toPage(pair, monday), focus));
  must(await agreeFocus(app, preceptor, toPage(pair, monday), focus));
}

const toPage = ({ programme }: SimPair, monday: Date) => ({ programme, week: toWeek(monday) });
