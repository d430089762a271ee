import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamRating } from '../../../model/api/team/ratings.ts';
import { ACTIVITY_NAMES } from '../../../model/activity-names.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { roundRatingsQuery } from '../../api/team/sign-off-queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { RatePerson } from './rate-person.tsx';

const VIEWS: Readonly<Record<TeamRating['view'], string>> = { retrospective: 'this time', prospective: 'the next one' };

/** After a round: what each says of the other and of themselves. Optional, a minute, and two questions apart. */
export function RatePeople({ round }: { round: TeamRound }) {
  const ratings = useQuery({ ...roundRatingsQuery(round.id), enabled: round.case.forgottenAt === null });
  const [about, setAbout] = useState<string | null>(null);
  if (round.case.forgottenAt !== null) return null;
  const nameOf = (person: string): string =>
    person === round.me ? 'You' : toVisibleText(round.participants.find((each) => each.person === person)?.name ?? 'Somebody');
  const chosen = round.participants.find(({ person }) => person === about);
  return (
    <section aria-labelledby="rate" className="mt-6 grid gap-3 border-t border-line pt-5">
      <h2 id="rate" className="heading">
        Who may do what next time
      </h2>
      <p className="text-ink-2">
        If you like, say of one activity how it was done, and how the next one may be done. Only you and whom it is about see it; they may show it to whom they
        ask for a sign-off.
      </p>
      {ratings.isError && <FailureNotice thrown={ratings.error} onRetry={() => void ratings.refetch()} />}
      {ratings.data && ratings.data.ratings.length > 0 && (
        <ul className="grid gap-1.5">
          {ratings.data.ratings.map((one) => (
            <li key={one.id} className="[overflow-wrap:anywhere]">
              {nameOf(one.rater)} about {nameOf(one.person) === 'You' ? 'you' : nameOf(one.person)}: {VIEWS[one.view]} at level {one.level}{' '}
              {LEVEL_NAMES[one.level]}{' '}
              <span className="meta">
                {one.activity} {ACTIVITY_NAMES[one.activity]}
                {one.agentErrorCaught && ' · the agent was wrong, and it was caught'}
              </span>
              {one.note !== '' && (
                <span className="block text-ink-2">
                  “<Plain>{one.note}</Plain>”
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {ratings.data && (
        <div className="flex flex-wrap gap-3">
          {round.participants.map(({ person }) => (
            <Button key={person} aria-expanded={about === person} onClick={() => setAbout(about === person ? null : person)}>
              About {person === round.me ? 'yourself' : nameOf(person)}
            </Button>
          ))}
        </div>
      )}
      {ratings.data && chosen && (
        <RatePerson
          key={chosen.person}
          round={round.id}
          person={chosen.person}
          who={chosen.person === round.me ? null : nameOf(chosen.person)}
          activities={ratings.data.activities}
          needsContext={ratings.data.context === null}
          onKept={() => setAbout(null)}
        />
      )}
    </section>
  );
}
