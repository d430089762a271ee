import { Link } from '@tanstack/react-router';
import type { HeldLevel } from '../../../model/api/team/sign-offs.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { Plain } from '../../ui/text.tsx';
import { formatDay, nameAsked, REVIEW_SENTENCES } from './describe-sign-off.ts';

/** What of mine is signed and holds, activity by activity, each with its credential; there is no level over them. */
export function HeldLevels({ held }: { held: readonly HeldLevel[] }) {
  const { nameOf } = useActivityWords();
  if (held.length === 0) return <p className="text-ink-2">Nothing is signed for you now.</p>;
  return (
    <ul className="card divide-y divide-line px-5">
      {held.map(({ activity, level, reviewDepth, byName, expiresAt, request }) => (
        <li key={activity} className="grid gap-0.5 py-2.5">
          <Link to="/sign-offs/$id" params={{ id: request }} className="font-medium">
            {nameAsked(activity, level, nameOf(activity))}
          </Link>
          <span className="meta [overflow-wrap:anywhere]">
            Signed by <Plain>{byName}</Plain>, until {formatDay(expiresAt)}: {REVIEW_SENTENCES[reviewDepth]}.
          </span>
          <a
            href={`/api/team/credentials/sign-offs/${request}`}
            download={`credential-${activity}.json`}
            className="meta justify-self-start underline decoration-line underline-offset-4 hover:text-ink"
          >
            Save the credential of {activity}
          </a>
        </li>
      ))}
    </ul>
  );
}
