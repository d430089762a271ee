import type { TeamRating } from '../../../model/api/team/ratings.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Plain } from '../../ui/text.tsx';
import { VIEWS } from './rating-words.ts';

interface SaidRatingsProps {
  readonly ratings: readonly TeamRating[];
  readonly nameOf: (person: string) => string;
}

/** Of one person, activity and question what they say and what the other says, side by side. */
export function SaidRatings({ ratings, nameOf }: SaidRatingsProps) {
  const groups = Map.groupBy(ratings, ({ person, activity, view }) => `${person} ${activity} ${view}`);
  return (
    <ul className="grid gap-3">
      {[...groups].map(([key, group]) => (
        <li key={key} className={group.length > 1 ? 'grid gap-x-6 gap-y-1.5 border-l-3 border-accent pl-3 sm:grid-cols-2' : ''}>
          {group
            .toSorted((a, b) => Number(b.person === b.rater) - Number(a.person === a.rater))
            .map((one) => (
              <Said key={one.id} one={one} nameOf={nameOf} />
            ))}
        </li>
      ))}
    </ul>
  );
}

function Said({ one, nameOf }: { one: TeamRating; nameOf: SaidRatingsProps['nameOf'] }) {
  const { nameOf: nameOfActivity } = useActivityWords();
  const [rater, person] = [nameOf(one.rater), nameOf(one.person)];
  const about = one.person === one.rater ? (rater === 'You' ? 'yourself' : 'themselves') : person === 'You' ? 'you' : person;
  return (
    <div className="[overflow-wrap:anywhere]">
      {rater} about {about}: {VIEWS[one.view]} at level {one.level} {LEVEL_NAMES[one.level]}{' '}
      <span className="meta">
        {one.activity} {toVisibleText(nameOfActivity(one.activity))}
        {one.agentErrorCaught && ' · the agent was wrong, and it was caught'}
      </span>
      {one.note !== '' && (
        <span className="block text-ink-2">
          “<Plain>{one.note}</Plain>”
        </span>
      )}
    </div>
  );
}
