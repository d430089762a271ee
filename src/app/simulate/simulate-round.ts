import type { Judgement } from '../../model/judgement.ts';
import type { TeamRound } from '../../model/team/team-round.ts';
import { publishMyCase } from '../team/cases/own-case.ts';
import { receiveCase } from '../team/cases/receive-case.ts';
import { keepLesson } from '../team/lessons/keep-lesson.ts';
import { lookAtMyRatings, rateRound } from '../team/ratings/rate-round.ts';
import { callTeamRound } from '../team/rounds/call-round.ts';
import { passTeamRound, sealTeamAnswer } from '../team/rounds/answer-round.ts';
import { moveTeamRound } from '../team/rounds/move-round.ts';
import type { Level } from '../../model/entrustment-levels.ts';
import type { TeamApp } from '../team/team-app.ts';
import { CASE_TEMPLATES, type CaseTemplate } from './case-templates.ts';
import type { Chance } from './chance.ts';
import { makeCase } from './make-case.ts';
import { must } from './must.ts';
import type { SimPerson } from './people.ts';
import type { SimPair, SimTally } from './sim-pair.ts';

interface Scene {
  readonly app: TeamApp;
  readonly tally: SimTally;
  /** Share of the year that is over. */
  readonly progress: number;
}

/** One of the two shares a case; both judge it blind, and a guest where one is given; then the debrief, ratings, sometimes a lesson. */
export async function simulateRound({ app, tally, progress }: Scene, pair: SimPair, guest: SimPerson | null): Promise<void> {
  const { chance } = pair;
  const template = chance.pick(CASE_TEMPLATES);
  const [owner, other] = chance.happens(0.5) ? [pair.preceptor, pair.preceptee] : [pair.preceptee, pair.preceptor];
  pair.made += 1;
  const { request, digest } = makeCase(pair.pair, template, { repository: chance.pick(pair.repositories), at: app.clock(), nth: pair.made });
  const shared = must(await receiveCase(app, owner, request, digest));
  if (guest) must(await publishMyCase(app, owner, shared.id));
  const people = [owner, other, ...(guest ? [guest] : [])];
  const called = must(await callTeamRound(app, owner, { case: shared.id, people: [other, ...(guest ? [guest] : [])].map(({ person }) => person) }));
  for (const who of [...people].reverse()) {
    const skill = who === pair.preceptee ? Math.min(0.93, who.skill + 0.3 * progress) : who.skill;
    if (who === other && chance.happens(0.04)) must(await passTeamRound(app, who, called.id));
    else must(await sealTeamAnswer(app, who, called.id, { answer: 'judgement', judgement: judge(chance, template, skill) }));
  }
  tally.rounds += 1;
  if (guest) tally.roundsWithGuest += 1;
  must(await moveTeamRound(app, owner, called.id, { type: 'start-debrief' }));
  const debrief = {
    generalRule: template.rule,
    whatWasRight: 'We both marked the line that decided it.',
    nextTime: template.whatToDo,
    uncertainties: '',
    changedMind: '',
  };
  must(await moveTeamRound(app, other, called.id, { type: 'close', debrief }));
  if (chance.happens(0.25)) {
    const lesson = { rule: template.rule, reasoning: template.why, tags: [...template.concepts].map((concept) => concept.toLowerCase()), anchors: [] };
    must(await keepLesson(app, owner, { lesson, round: called.id, pair: pair.pair }));
    tally.lessons += 1;
  }
  await rateAll({ app, tally, progress }, pair, { called, template, raters: people });
}

/** Everybody may rate the preceptee, and the preceptee themselves: how it was, and how the next may be done. */
async function rateAll(
  { app, tally, progress }: Scene,
  pair: SimPair,
  { called, template, raters }: { called: TeamRound; template: CaseTemplate; raters: readonly SimPerson[] },
): Promise<void> {
  const { chance } = pair;
  const activity = chance.pick(template.activities);
  let [ofThemselves, byOthers] = [false, false];
  for (const rater of raters) {
    if (!chance.happens(0.8)) continue;
    if (rater === pair.preceptee) ofThemselves = true;
    else byOthers = true;
    const level = toLevel(2 + progress * 2.4 + chance.next());
    must(
      await rateRound(app, rater, called.id, {
        person: pair.preceptee.person,
        activity,
        retrospective: toLevel(level - (chance.happens(0.4) ? 1 : 0)),
        prospective: level,
        agentErrorCaught: !template.sound && chance.happens(0.6),
        context: '',
        note: '',
      }),
    );
    tally.ratings += 1;
  }
  if (byOthers && !ofThemselves) must(await lookAtMyRatings(app, pair.preceptee, called.id, activity));
  if (raters.length > 2) pair.rated += 1;
}

const toLevel = (level: number): Level => Math.max(1, Math.min(5, Math.floor(level))) as Level;

/** The more skilled, the oftener right, and the surer when right: probabilities that can be scored. */
export function judge(chance: Chance, { sound, happened, expected }: CaseTemplate, skill: number): Judgement {
  const isRight = chance.happens(skill);
  const accepts = isRight === sound;
  const believesHappened = chance.happens(skill);
  return {
    verdict: accepts ? 'accept' : chance.pick(['change', 'reject'] as const),
    lines: chance.happens(0.85) ? [{ start: 3, end: 3 }] : [],
    reason: accepts ? 'The change does what was asked, and what it rests on was shown.' : 'What it claims was not shown, and it touches more than it says.',
    proposition: believesHappened ? happened : expected,
    probability: Math.max(51, Math.min(97, Math.round(100 * (skill + (chance.next() - 0.5) * 0.3)))),
    changeMyMind: '',
    knewOutcome: false,
  };
}
