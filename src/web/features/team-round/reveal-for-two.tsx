import type { ReactNode } from 'react';
import type { RevealedAnswer, TeamRound } from '../../../model/team/team-round.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Line } from '../../ui/text.tsx';
import { describeResolution } from '../round/describe-reveal.ts';
import { Happened, OutcomeParts, Part } from '../round/reveal-step.tsx';
import { compareJudgements, describeComparison } from './compare-answers.ts';
import { settlePrediction } from './partner-predictions.ts';
import { ProofOfOrder } from './proof-of-order.tsx';
import { VoiceCard } from './voice-card.tsx';

/** All judgements at once, disagreement first; then what happened next, and what the world said to each statement. */
export function RevealForTwo({ round, children }: { round: TeamRound; children?: ReactNode }) {
  const answers = round.answers ?? [];
  const nameOf = (person: string): string => toVisibleText(round.participants.find((each) => each.person === person)?.name ?? 'Someone');
  const mineFirst = [...answers].sort((a, b) => Number(b.person === round.me) - Number(a.person === round.me));
  const compared = compareJudgements(answers.flatMap(({ judgement }) => (judgement ? [judgement] : [])));
  const passed = answers.filter(({ judgement }) => judgement === null).map(({ person }) => (person === round.me ? 'you' : nameOf(person)));
  const said = [
    describeComparison(compared),
    passed.length > 0 ? `${capitaliseFirst(joinWords(passed))} passed.` : '',
    round.outcome ? (round.outcome.sound ? 'The decision was sound.' : 'The decision did not hold.') : '',
  ];
  return (
    <div className="grid gap-6">
      <p className="question">{said.filter(Boolean).join(' ')}</p>
      <div className="grid gap-3.5 xl:grid-cols-2">
        {mineFirst.map(({ person, judgement }) => (
          <VoiceCard key={person} name={nameOf(person)} isMe={person === round.me} judgement={judgement} differ={compared.differ} />
        ))}
      </div>
      {round.outcome ? (
        <>
          <Happened outcome={round.outcome} />
          <Settled answers={mineFirst} round={round} nameOf={nameOf} />
          <OutcomeParts outcome={round.outcome} />
        </>
      ) : (
        <p className="text-ink-2">The case was forgotten, and what happened next with it. Your own words are kept.</p>
      )}
      <ProofOfOrder answers={answers} me={round.me} nameOf={nameOf} />
      {children}
    </div>
  );
}

const capitaliseFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface SettledProps {
  readonly answers: readonly RevealedAnswer[];
  readonly round: TeamRound;
  readonly nameOf: (person: string) => string;
}

/** Each statement with what the world said; scored only for who could not know. */
function Settled({ answers, round, nameOf }: SettledProps) {
  const shown = answers.filter(({ resolution }) => resolution !== null);
  if (shown.length === 0) return null;
  return (
    <Part id="settled" title="What the world said">
      <ul className="grid gap-3">
        {shown.map(({ person, judgement, resolution }) => {
          if (!judgement || !resolution) return null;
          const isMe = person === round.me;
          const prediction = settlePrediction(judgement.proposition, round);
          return (
            <li key={person} className={`border-l-3 pl-3.5 ${isMe ? 'border-accent' : 'border-warn'}`}>
              <p className="font-serif text-[1.0625rem]">
                “<Line>{judgement.proposition}</Line>”
              </p>
              <p>
                {prediction === null
                  ? describeResolution(resolution, judgement.knewOutcome, isMe ? 'You' : nameOf(person))
                  : describePrediction(prediction, resolution.probability, isMe ? 'You' : nameOf(person))}
              </p>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

const describePrediction = (wasSo: boolean, probability: number, who: string): string =>
  `${who} gave it ${probability} %, and it was ${wasSo ? '' : 'not '}so. Who knew how it ended is not scored.`;
