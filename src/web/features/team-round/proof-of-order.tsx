import { useState } from 'react';
import type { RevealedAnswer } from '../../../model/team/team-round.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { PersonName } from '../people/person-name.tsx';
import { isAsCommitted } from './is-as-committed.ts';

interface ProofOfOrderProps {
  readonly answers: readonly RevealedAnswer[];
  readonly me: string;
  readonly nameOf: (person: string) => string;
}

/** Who answered first, and that nobody changed a word since: shown to whoever asks. */
export function ProofOfOrder({ answers, me, nameOf }: ProofOfOrderProps) {
  const now = useNow();
  return (
    <details className="card px-5 py-3">
      <summary className="font-medium">Who answered first, and the proof</summary>
      <ol className="mt-3 grid gap-4">
        {[...answers]
          .sort((a, b) => a.ordinal - b.ordinal)
          .map((answer) => (
            <li key={answer.person} className="grid gap-1.5">
              <span className="flex flex-wrap items-center gap-x-3">
                <PersonName name={nameOf(answer.person)} isMe={answer.person === me} />
                <span className="meta">
                  {answer.judgement ? 'sealed' : 'passed'} {formatWhen(answer.at, now)}
                </span>
              </span>
              <dl className="grid gap-1">
                <Hash label="Commitment" value={answer.commitment} />
                <Hash label="Salt" value={answer.salt} />
              </dl>
              <Check answer={answer} />
            </li>
          ))}
      </ol>
      <p className="meta mt-3">
        The commitment is the SHA-256 of the salt and the answer. The server kept it, in this order, before anybody could read an answer.
      </p>
    </details>
  );
}

function Hash({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="meta">{label}</dt>
      <dd className="code [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}

function Check({ answer }: { answer: RevealedAnswer }) {
  const [result, setResult] = useState<boolean | null>(null);
  // Browsers give pages their hash functions only over https, or on this machine.
  if (globalThis.crypto?.subtle === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void isAsCommitted(answer).then(setResult)}>Check it in this browser</Button>
      <output className={result === false ? 'text-bad' : ''}>
        {result === null ? '' : result ? '✓ The words above are the ones that were sealed.' : '✗ These are not the words that were sealed.'}
      </output>
    </div>
  );
}
