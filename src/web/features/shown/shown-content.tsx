import { ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import type { ShownBody } from '../../../model/api/team/shown-growth.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CalibrationView } from '../growth/calibration-view.tsx';

type Belief = Extract<ShownBody, { kind: 'belief' }>['body'];

/** Read by two: whose belief it is says "Pia, as it was …" above. */
const STATES: Readonly<Record<Belief['standing']['state'], string>> = {
  'to-ask': 'A question to ask',
  suspected: 'Suspected',
  confirmed: 'Confirmed, in own words',
  addressed: 'Worked through',
  resolved: 'Resolved',
  relapsed: 'Come back',
};
const SOURCES: Readonly<Record<Belief['evidence'][number]['source'], string>> = {
  distractor: 'a statement that was chosen',
  prediction: 'a prediction',
  question: 'own words',
  recall: 'recall',
  moment: 'seen in a session',
};

/** All of what is shown, the same before it leaves and to who reads it. */
export function ShownContent({ shown }: { shown: ShownBody }) {
  const now = useNow();
  switch (shown.kind) {
    case 'calibration':
      return <CalibrationView calibration={shown.body} />;
    case 'activity':
      return (
        <div className="grid gap-2">
          <p className="font-medium">
            {shown.body.activity} {ACTIVITY_NAMES[shown.body.activity]}, and what is signed for it
          </p>
          <ul className="grid gap-1">
            {shown.body.levels
              .filter(({ retrospective, prospective }) => retrospective + prospective > 0)
              .map(({ level, retrospective, prospective }) => (
                <li key={level}>
                  Level {level} {LEVEL_NAMES[level]}: {formatCount(retrospective, 'time')} for how it was done, {formatCount(prospective, 'time')} for the next
                  one
                </li>
              ))}
            {shown.body.rules.map(({ rule, at }) => (
              <li key={at} className="[overflow-wrap:anywhere]">
                <Plain>{rule}</Plain> <span className="meta">{formatWhen(at, now)}</span>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'belief':
      return (
        <div className="grid gap-2 [overflow-wrap:anywhere]">
          <p className="meta">{STATES[shown.body.standing.state]}</p>
          <p className="question">
            <Plain>{shown.body.belief}</Plain>
          </p>
          <ul className="grid gap-1">
            {shown.body.evidence.map(({ source, direction, words, sign, at }, index) => (
              <li key={index}>
                <Plain>{words === null ? sign : `“${words}”`}</Plain>{' '}
                <span className="meta">
                  {direction}, {SOURCES[source]}, {formatWhen(at, now)}
                </span>
              </li>
            ))}
          </ul>
          <p className="text-ink-2">
            <Plain>{shown.body.refutation}</Plain>
          </p>
        </div>
      );
  }
}
