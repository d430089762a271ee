import { Link } from '@tanstack/react-router';
import { AGENT_LABELS } from '../../../model/agent-names.ts';
import type { MomentCard as Card } from '../../../model/api/today.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button, ButtonLink, Key } from '../../ui/button.tsx';
import { Line, Plain } from '../../ui/text.tsx';

interface MomentCardProps {
  readonly card: Card;
  readonly now: Date;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onSkip: () => void;
}

/** The question first and largest; never the kind, the rule or how it ended. */
export function MomentCard({ card, now, isCurrent, onPoint, onSkip }: MomentCardProps) {
  return (
    // What the pointer or focus is on becomes the card the keys act on; nothing is pressed by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      aria-labelledby={`${card.id}-question`}
      className={`card grid gap-2.5 px-5 py-4.5 ${isCurrent ? 'border-accent-line' : ''}`}
      data-current={isCurrent || undefined}
      onFocus={onPoint}
      onPointerEnter={onPoint}
    >
      <h3 id={`${card.id}-question`} className="question">
        <Link to="/moments/$id" params={{ id: card.id }} className="no-underline">
          <Line>{card.question}</Line>
        </Link>
      </h3>
      <p className="meta flex flex-wrap gap-x-3 gap-y-0.5">
        <span className="code max-w-full text-ink-2 [overflow-wrap:anywhere]">
          <Plain>{card.place}</Plain>
        </span>
        <span>
          {AGENT_LABELS[card.agent]}, {formatWhen(card.at, now)}
        </span>
        {card.context && (
          <span>
            <Plain>{card.context}</Plain>
          </span>
        )}
        <span>about {card.minutes} min</span>
      </p>
      {isCurrent && (
        <div className="flex flex-wrap gap-2.5 pt-0.5">
          <ButtonLink look="go" to="/moments/$id" params={{ id: card.id }} aria-keyshortcuts="Enter">
            Open <Key>Enter</Key>
          </ButtonLink>
          <Button onClick={onSkip} aria-keyshortcuts="s">
            Skip <Key>s</Key>
          </Button>
        </div>
      )}
    </article>
  );
}
