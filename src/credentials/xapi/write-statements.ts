import { ACTIVITY_NAMES, type ActivityId } from '../../model/activity-names.ts';
import { LEVEL_NAMES } from '../../model/entrustment-levels.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { toStableId, toStableUuid } from '../stable-id.ts';
import type { Statement, XapiActivity } from './statement-schema.ts';

/** Who a learning record store knows the person as: a name on a site, never an address. */
export interface Account {
  readonly homePage: string;
  readonly name: string;
}

const VERBS = {
  completed: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
  mastered: { id: 'http://adlnet.gov/expapi/verbs/mastered', display: { en: 'mastered' } },
  authored: { id: 'http://activitystrea.ms/schema/1.0/author', display: { en: 'authored' } },
};
const TYPES = {
  round: 'http://adlnet.gov/expapi/activities/performance',
  activity: 'http://adlnet.gov/expapi/activities/objective',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  programme: 'http://adlnet.gov/expapi/activities/course',
};

/** What a signed-off level carries beside the words of the specification. */
const SIGNED_BY = 'urn:rounds:signed-by';
const VALID_UNTIL = 'urn:rounds:valid-until';

/**
 * What a portfolio says happened, as xAPI: rounds closed, levels signed off, rules kept, a programme completed. The same portfolio gives
 * the same ids, so that sending twice is once. Calibration and beliefs are no events, and are not in it.
 */
export function writeStatements({ activities, signedLevels, lessons, year }: Portfolio, account: Account): Statement[] {
  const make = (verb: keyof typeof VERBS, object: XapiActivity, at: string, rest: Pick<Statement, 'result' | 'context'> = {}): Statement => ({
    id: toStableUuid('statement', account.homePage, account.name, verb, object.id, at),
    actor: { objectType: 'Agent', account },
    verb: VERBS[verb],
    object,
    ...rest,
    context: { platform: 'Rounds', language: 'en', ...rest.context },
    timestamp: at,
    version: '1.0.3',
  });
  const rounds = Map.groupBy(
    (activities ?? []).flatMap(({ activity, rounds: closed }) => closed.map((round) => ({ activity, ...round }))),
    ({ id }) => id,
  );
  return [
    ...[...rounds].flatMap(([id, [first, ...more]]) => {
      if (!first) return [];
      const grouping = [first, ...more].map(({ activity }) => toObjective(activity));
      return [
        make('completed', toObject(toStableId('round', id), 'A round on a case of real work', TYPES.round), first.at, {
          result: { completion: true },
          context: { contextActivities: { grouping } },
        }),
      ];
    }),
    ...(signedLevels ?? []).map(({ activity, level, signer, signedAt, expiresAt }) =>
      make('mastered', toObject(toStableId('level', activity, String(level)), `${ACTIVITY_NAMES[activity]}: ${LEVEL_NAMES[level]}`, TYPES.activity), signedAt, {
        result: { success: true },
        context: { contextActivities: { grouping: [toObjective(activity)] }, extensions: { [SIGNED_BY]: signer, [VALID_UNTIL]: expiresAt } },
      }),
    ),
    ...(lessons ?? []).map(({ id, rule, at }) => make('authored', toObject(toStableId('lesson', id), rule, TYPES.lesson), at)),
    ...(year?.completedAt
      ? [make('completed', toObject(toStableId('programme'), 'Software preceptorship', TYPES.programme), year.completedAt, { result: { completion: true } })]
      : []),
  ];
}

const toObjective = (activity: ActivityId): XapiActivity => toObject(toStableId('activity', activity), ACTIVITY_NAMES[activity], TYPES.activity);
const toObject = (id: string, name: string, type: string): XapiActivity => ({ objectType: 'Activity', id, definition: { name: { en: name }, type } });
