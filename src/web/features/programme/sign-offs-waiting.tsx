import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import { signOffsQuery } from '../../api/team/sign-off-queries.ts';
import { formatDate } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { Section } from '../settings/section.tsx';

/** Who asks me to sign: requests addressed to me alone, and no more than they say themselves. */
export function SignOffsWaiting() {
  const { data } = useQuery(signOffsQuery());
  const open = data?.toSign.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <Section id="sign-offs-waiting" title="Sign-offs that wait for you">
      <ul className="card divide-y divide-line px-5">
        {open.map(({ id, name, activityName, level, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
            <Link to="/sign-offs/$id" params={{ id }}>
              <Plain>{name}</Plain> asks you to sign “<Plain>{activityName}</Plain>” at level {level}, {LEVEL_NAMES[level].toLowerCase()}.
            </Link>
            <span className="meta">since {formatDate(at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
