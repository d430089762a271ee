import { useQuery } from '@tanstack/react-query';
import { useNameOf } from '../people/use-name-of.ts';
import { pairsQuery } from '../../api/team/queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { InlineText, Plain } from '../../ui/text.tsx';
import type { CaseCard } from './list-fresh-cases.ts';

/** A shared case in a list: the question, whose it is, with whom it is shared. */
export function CaseRow({ shared, me, now }: { shared: CaseCard; me: string; now: Date }) {
  const pair = useQuery(pairsQuery()).data?.pairs.find(({ id }) => id === shared.pair);
  const nameOf = useNameOf();
  const question = shared.question ?? 'A case that was forgotten';
  return (
    <article className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4" aria-labelledby={`${shared.id}-question`}>
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <h3 id={`${shared.id}-question`} className="font-medium">
          <InlineText>{question}</InlineText>
        </h3>
        <p className="meta [overflow-wrap:anywhere]">
          {shared.owner === me ? 'You' : nameOf(shared.owner)} shared it {formatWhen(shared.createdAt, now)}
          {pair && (
            <>
              {' '}
              with <Plain>{pair.name}</Plain>
            </>
          )}
          {shared.publishedAt !== null && ', and everyone here may see it'}.
        </p>
      </div>
      <ButtonLink to="/team/cases/$id" params={{ id: shared.id }} aria-label={`Open: ${question}`}>
        Open
      </ButtonLink>
    </article>
  );
}
