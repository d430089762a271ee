import type { TeamRoundCard } from '../../../model/api/team/rounds.ts';
import { formatWhen } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { InlineText } from '../../ui/text.tsx';
import { describeCard } from './describe-card.ts';

/** One round for two in a list: the question, with whom, where it stands, the one thing to do. */
export function TeamRoundRow({ card, me, now }: { card: TeamRoundCard; me: string; now: Date }) {
  const { who, stands, act } = describeCard(card, me);
  const question = card.question ?? 'A case that was forgotten';
  return (
    <article className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4" aria-labelledby={`${card.id}-question`}>
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
        <h3 id={`${card.id}-question`} className="font-medium">
          <InlineText>{question}</InlineText>
        </h3>
        <p className="meta [overflow-wrap:anywhere]">
          {who}, {card.closedAt ? `closed ${formatWhen(card.closedAt, now)}` : `called ${formatWhen(card.createdAt, now)}`}. {stands}
        </p>
      </div>
      <ButtonLink look={card.waitsForMe ? 'go' : 'plain'} to="/team/rounds/$id" params={{ id: card.id }} aria-label={`${act}: ${question}`}>
        {act}
      </ButtonLink>
    </article>
  );
}
