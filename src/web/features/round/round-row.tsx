import type { RoundCard } from '../../../model/api/today.ts';
import { formatWhen } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { InlineText, Line } from '../../ui/text.tsx';
import { stepOf } from './step-of-round.ts';

const STANDS: Readonly<Record<ReturnType<typeof stepOf>, { readonly state: string; readonly act: string }>> = {
  judge: { state: 'Your judgement is not sealed yet.', act: 'Judge' },
  reveal: { state: 'Revealed. The debrief is still to come.', act: 'Look' },
  debrief: { state: 'One general rule, and it is closed.', act: 'Debrief' },
  closed: { state: 'Closed.', act: 'Read' },
  withdrawn: { state: 'Left before it was sealed.', act: 'Read' },
};

/** One round in a list: the question, where it stands, the one thing to do. */
export function RoundRow({ card, now }: { card: RoundCard; now: Date }) {
  const { state, act } = STANDS[stepOf(card.state)];
  return (
    <article className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4" aria-labelledby={`${card.id}-question`}>
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <h3 id={`${card.id}-question`} className="font-medium">
          <InlineText>{card.question}</InlineText>
        </h3>
        {card.generalRule && (
          <p className="font-serif text-[1.0625rem]">
            <Line>{card.generalRule}</Line>
          </p>
        )}
        <p className="meta">
          <InlineText>{card.sessionTitle}</InlineText>,{' '}
          {card.closedAt ? `closed ${formatWhen(card.closedAt, now)}` : `begun ${formatWhen(card.createdAt, now)}`}. {card.closedAt ? '' : state}
        </p>
      </div>
      <ButtonLink to="/rounds/$id" params={{ id: card.id }} aria-label={`${act}: ${card.question}`}>
        {act}
      </ButtonLink>
    </article>
  );
}
