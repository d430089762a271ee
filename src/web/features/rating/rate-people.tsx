import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { roundRatingsQuery } from '../../api/team/sign-off-queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { HeldRatings } from './held-ratings.tsx';
import { RatePerson } from './rate-person.tsx';
import { SaidRatings } from './said-ratings.tsx';

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
        If you like, say of one activity how it was done, and how the next one may be done. What somebody says of themselves and what the other says of them
        opens to both at once, when both have said it. Only who says it and whom it is about see it; whom it is about may show it where they ask for a sign-off.
      </p>
      {ratings.isError && <FailureNotice thrown={ratings.error} onRetry={() => void ratings.refetch()} />}
      {ratings.data && ratings.data.ratings.length > 0 && <SaidRatings ratings={ratings.data.ratings} nameOf={nameOf} />}
      {ratings.data && ratings.data.held.length > 0 && <HeldRatings round={round.id} me={round.me} held={ratings.data.held} nameOf={nameOf} />}
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
          activities={[
            ...new Set([...ratings.data.held.filter(({ person }) => person === chosen.person).map(({ activity }) => activity), ...ratings.data.activities]),
          ]}
          needsContext={ratings.data.context === null}
          onKept={() => setAbout(null)}
        />
      )}
    </section>
  );
}
