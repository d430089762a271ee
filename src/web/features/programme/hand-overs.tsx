import { useState } from 'react';
import type { IncomingHandOver, TeamProgramme } from '../../../model/team/programme.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { describeHandOver } from './describe-year.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { ChooseLevels, ShownLevels } from './hand-over-levels.tsx';
import { HandOverNote } from './hand-over-note.tsx';
import { useHandOverActs } from './use-year-acts.ts';

/** Changes of preceptor in one year: what happened, what waits, and a new one. */
export function HandOvers({ year, me }: { year: TeamProgramme; me: string }) {
  const acts = useHandOverActs(year.id);
  const [isWriting, setWriting] = useState(false);
  const isOfTwo = year.pair !== null;
  const mayPropose = isOfTwo && (year.state === 'running' || year.state === 'paused');
  if (year.handOvers.length === 0 && !mayPropose) return null;
  return (
    <section aria-labelledby="hand-overs" className="grid gap-3">
      <h2 id="hand-overs" className="heading">
        Change of preceptor
      </h2>
      {year.handOvers.map((handOver) => (
        <div key={handOver.n} className="card grid gap-3 px-5 py-4">
          <p>
            <Plain>{describeHandOver(handOver, year.preceptee.name)}</Plain>
          </p>
          {handOver.note && (
            <details>
              <summary className="text-ink-2">What it says</summary>
              <div className="mt-2">
                <HandOverNote note={handOver.note} />
              </div>
            </details>
          )}
          {year.preceptee.id === me && handOver.state !== 'withdrawn' ? (
            <ChooseLevels programme={year.id} handOver={handOver} />
          ) : (
            <ShownLevels levels={handOver.levels} leaves={handOver.from.name} />
          )}
          {handOver.state === 'proposed' && isOfTwo && (
            <div className="flex flex-wrap items-center gap-2">
              {year.preceptee.id === me && !handOver.agreedByPreceptee && (
                <Button look="go" disabled={acts.agree.isPending} onClick={() => acts.agree.mutate(handOver.n)}>
                  I agree
                </Button>
              )}
              <SureButton
                label="Call it off"
                question="Call this hand-over off?"
                yes="Yes, call it off"
                isBusy={acts.withdraw.isPending}
                onSure={() => acts.withdraw.mutate(handOver.n)}
              />
            </div>
          )}
        </div>
      ))}
      {mayPropose &&
        (isWriting ? (
          <HandOverForm year={year} onDone={() => setWriting(false)} />
        ) : (
          <div>
            <Button onClick={() => setWriting(true)}>Hand over to another preceptor</Button>
          </div>
        ))}
      {acts.agree.isError && <FailureNotice thrown={acts.agree.error} />}
      {acts.withdraw.isError && <FailureNotice thrown={acts.withdraw.error} />}
    </section>
  );
}

/** Somebody asks me to be the next preceptor. */
export function IncomingCard({ handOver }: { handOver: IncomingHandOver }) {
  const { agree, withdraw } = useHandOverActs(handOver.programme);
  return (
    <div className="card grid max-w-[46rem] gap-4 border-l-3 border-l-accent px-5 py-4">
      <p className="question">
        <Plain>{`Will you be ${handOver.preceptee.name}’s preceptor, after ${handOver.from.name}?`}</Plain>
      </p>
      {handOver.note && <HandOverNote note={handOver.note} />}
      <ShownLevels levels={handOver.levels} leaves={handOver.from.name} />
      {!handOver.agreedByPreceptee && (
        <p className="text-ink-2">
          <Plain>{`${handOver.preceptee.name} has not agreed yet: the pair changes once both of you have.`}</Plain>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {handOver.accepted ? (
          <p>You accepted.</p>
        ) : (
          <Button look="go" disabled={agree.isPending} onClick={() => agree.mutate(handOver.n)}>
            Yes, I take it over
          </Button>
        )}
        <SureButton
          label="No"
          question="Say no? You need give no reason."
          yes="Yes, say no"
          isBusy={withdraw.isPending}
          onSure={() => withdraw.mutate(handOver.n)}
        />
      </div>
      {agree.isError && <FailureNotice thrown={agree.error} />}
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </div>
  );
}
