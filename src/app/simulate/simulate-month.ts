/** What happens once a month: surveys, what preceptees say, sign-offs, and a grand round of the cohort. */
import { ACTIVITY_IDS } from '../../model/activity-names.ts';
import type { CohortId, GrandRoundId } from '../../model/team/ids.ts';
import { PRECEPTOR_ITEMS, SURVEY_ITEMS } from '../../programme/survey/survey-items.ts';
import { receiveCase } from '../team/cases/receive-case.ts';
import { answerInCohort } from '../team/grand-rounds/answer-grand-round.ts';
import { agreeToGrandRound, offerToCohort } from '../team/grand-rounds/offer-grand-round.ts';
import { showGrandRound } from '../team/grand-rounds/show-grand-round.ts';
import { askSignOff, draftSignOff } from '../team/sign-offs/ask-sign-off.ts';
import { declineMySignOff, grantMySignOff, reverseMySignOff } from '../team/sign-offs/decide-sign-off.ts';
import { ratePreceptor } from '../team/surveys/preceptor-ratings.ts';
import { answerSurvey, listMySurveys } from '../team/surveys/surveys.ts';
import type { TeamApp } from '../team/team-app.ts';
import { CASE_TEMPLATES } from './case-templates.ts';
import type { Chance } from './chance.ts';
import { makeCase } from './make-case.ts';
import { must } from './must.ts';
import type { SimPerson } from './people.ts';
import type { SimPair, SimTally } from './sim-pair.ts';
import { judge } from './simulate-round.ts';

interface MonthScene {
  readonly app: TeamApp;
  readonly tally: SimTally;
}

export interface OpenGrandRound {
  readonly id: GrandRoundId;
  readonly by: SimPerson;
}

const GRAND_DAYS = 7;
const LEAST_LEVEL = 3;

/** Surveys that are open, and what the preceptee says of the preceptor. */
export async function simulateMonth({ app, tally }: MonthScene, { chance, preceptee, preceptor, programme }: SimPair): Promise<void> {
  for (const who of [preceptee, preceptor]) {
    const open = must(await listMySurveys(app, who)).surveys.filter((survey) => survey.programme === programme && survey.isOpen && survey.answered === null);
    for (const { month } of open) {
      if (!chance.happens(0.8)) continue;
      must(await answerSurvey(app, who, { programme, month, values: drawValues(chance, SURVEY_ITEMS) }));
      tally.surveys += 1;
    }
  }
  if (chance.happens(0.6))
    must(await ratePreceptor(app, preceptee, { programme, values: drawValues(chance, PRECEPTOR_ITEMS), words: '', open: chance.happens(0.2) }));
}

const drawValues = (chance: Chance, items: readonly { readonly id: string }[]): Record<string, number> =>
  Object.fromEntries(items.map(({ id }) => [id, chance.pick([2, 3, 4, 4, 5])]));

/** The preceptee asks for the activity with most evidence; the signer grants what nothing speaks against, and sometimes declines. */
export async function simulateSignOffs({ app, tally }: MonthScene, { chance, preceptee }: SimPair, signers: readonly SimPerson[]): Promise<void> {
  const signer = chance.pick(signers);
  const drafts = [];
  for (const activity of ACTIVITY_IDS) {
    const draft = must(await draftSignOff(app, preceptee, { activity, level: LEAST_LEVEL, signer: signer.person }));
    if (draft.evidence.length > 0) drafts.push({ activity, draft });
  }
  const best = drafts.sort((a, b) => a.draft.refusals.length - b.draft.refusals.length || b.draft.evidence.length - a.draft.evidence.length)[0];
  if (!best) return;
  const asked = await askSignOff(app, preceptee, {
    activity: best.activity,
    level: LEAST_LEVEL,
    signer: signer.person,
    ratings: best.draft.evidence.map(({ rating }) => rating),
    shownBeliefs: [],
    beliefsFrom: 'word',
  });
  tally.signOffsAsked += 1;
  for (const { code } of best.draft.refusals) tally.refusals[code] = (tally.refusals[code] ?? 0) + 1;
  if (asked.ok !== (best.draft.refusals.length === 0)) throw new Error('What is said against a request and what is refused are not the same.');
  if (!asked.ok) return;
  if (chance.happens(0.15)) {
    must(await declineMySignOff(app, signer, asked.value.id, 'I would like to see it once more in another place.'));
    tally.signOffsDeclined += 1;
    return;
  }
  must(await grantMySignOff(app, signer, asked.value.id));
  tally.signOffsGranted += 1;
  if (chance.happens(0.1)) {
    must(await reverseMySignOff(app, signer, asked.value.id, 'A later case showed that it does not hold yet.'));
    tally.reversals += 1;
  }
}

/** One pair offers, the cohort answers. Returns it, to be looked at when its time is over; null where there is nobody to answer. */
export async function beginGrandRound({ app }: MonthScene, chance: Chance, cohort: CohortId, pairs: readonly SimPair[]): Promise<OpenGrandRound | null> {
  const running = pairs.filter(({ state }) => state === 'running');
  if (running.length < 2) return null;
  const pair = chance.pick(running);
  const template = chance.pick(CASE_TEMPLATES);
  pair.made += 1;
  const { request, digest } = makeCase(pair.pair, template, { repository: chance.pick(pair.repositories), at: app.clock(), nth: pair.made });
  const shared = must(await receiveCase(app, pair.preceptee, request, digest));
  const offered = must(await offerToCohort(app, pair.preceptee, { cohort, case: shared.id }));
  must(await agreeToGrandRound(app, pair.preceptor, offered.id, GRAND_DAYS));
  const others = new Map(running.flatMap(({ preceptee, preceptor }) => [preceptee, preceptor]).map((who) => [who.person, who]));
  for (const one of [pair.preceptee, pair.preceptor]) others.delete(one.person);
  for (const who of others.values()) if (chance.happens(0.7)) must(await answerInCohort(app, who, offered.id, judge(chance, template, who.skill)));
  return { id: offered.id, by: pair.preceptee };
}

/** Once its time is over it is revealed, or ends where fewer than five answered. */
export async function endGrandRound({ app, tally }: MonthScene, { id, by }: OpenGrandRound): Promise<void> {
  const seen = must(await showGrandRound(app, by, id));
  if (seen.state === 'revealed') tally.grandRounds += 1;
}
