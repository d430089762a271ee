import type { SignOffCard } from '../../../model/api/team/sign-offs.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { describeStanding, nameAsked } from './describe-sign-off.ts';

/** Requests, seen from one of the two. */
export function SignOffRows({ cards, mine }: { cards: readonly SignOffCard[]; mine: 'person' | 'signer' }) {
  return (
    <ul className="grid gap-3">
      {cards.map((card) => {
        const waits = mine === 'signer' && card.state === 'open';
        const what = nameAsked(card.activity, card.level, card.activityName);
        return (
          <li key={card.id} className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
            <div className="grid min-w-0 flex-1 basis-64 gap-0.5 [overflow-wrap:anywhere]">
              <h3 className="font-medium">
                {mine === 'signer' && (
                  <>
                    <Plain>{card.name}</Plain>:{' '}
                  </>
                )}
                {what}
              </h3>
              <p className="meta">{describeStanding(card, mine)}</p>
            </div>
            <ButtonLink look={waits ? 'go' : 'plain'} to="/sign-offs/$id" params={{ id: card.id }} aria-label={`${waits ? 'Look at it' : 'Open'}: ${what}`}>
              {waits ? 'Look at it' : 'Open'}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
