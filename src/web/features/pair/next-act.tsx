import { useQuery } from '@tanstack/react-query';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { meetingsQuery, protectedTimeQuery } from '../../api/team/pair-queries.ts';
import { teamRoundsQuery } from '../../api/team/queries.ts';
import { Button, Key } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useNow } from '../../ui/use-now.ts';
import { sortCards } from '../team-round/describe-card.ts';
import { chooseNextAct } from './choose-next-act.ts';
import { partnerOf } from './describe-week.ts';
import { sortMeetings } from './sort-meetings.ts';

/** The one thing to do next between the two, and the way to it. */
export function NextAct({ own }: { own: OwnWeek }) {
  const rounds = useQuery(teamRoundsQuery());
  const time = useQuery(protectedTimeQuery(own.programme));
  const meetings = useQuery(meetingsQuery(own.programme));
  const now = useNow();
  const partner = partnerOf(own);
  const between = rounds.data?.rounds.filter(({ people }) => people.some(({ person }) => person === partner.id)) ?? [];
  const { title, to } = chooseNextAct({
    own,
    roundsForMe: sortCards(between).mine.length,
    timesToConfirm: time.data?.times.filter(({ offeredBy, confirmedAt }) => confirmedAt === null && offeredBy !== time.data.me).length ?? 0,
    meetingsToSay: sortMeetings(meetings.data?.meetings ?? [], now).unsaid.length,
  });
  const go = (): void => {
    const section = to === null ? null : document.getElementById(to)?.closest('section');
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('textarea, .card button, .card a')?.focus({ preventScroll: true });
  };
  useKeys(to === null ? {} : { n: go });
  return (
    <div className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-l-3 border-l-accent px-5 py-4">
      <p className="min-w-0 flex-1 basis-60">
        <span className="meta block">Next</span>
        <span className="font-medium">{title}</span>
      </p>
      {to !== null && (
        <Button look="go" aria-keyshortcuts="n" onClick={go}>
          Go there <Key>n</Key>
        </Button>
      )}
    </div>
  );
}
