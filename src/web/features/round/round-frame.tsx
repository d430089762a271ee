import type { ReactNode } from 'react';
import { InlineText, Line } from '../../ui/text.tsx';

interface RoundFrameProps {
  readonly question: string;
  readonly isJudging: boolean;
  readonly steps: ReactNode;
  /** The case. */
  readonly left: ReactNode;
  readonly children: ReactNode;
}

/** Left the case, right the one thing to do now. */
export function RoundFrame({ question, isJudging, steps, left, children }: RoundFrameProps) {
  // On a narrow screen what has to be read first stands first: the case while judging, then what became of it.
  return (
    <div className="grid gap-x-7 gap-y-8 px-4 pt-5 pb-16 sm:px-7 lg:grid-cols-[minmax(0,1.25fr)_minmax(23.75rem,1fr)]">
      <section aria-label="The case" className={`min-w-0 lg:order-none ${isJudging ? 'order-2' : 'order-3'}`}>
        {left}
      </section>
      <section aria-label="The round" className="contents min-w-0 lg:block">
        <div data-panel className="contents lg:sticky lg:top-17 lg:grid lg:max-h-[calc(100svh-5rem)] lg:gap-5 lg:overflow-y-auto lg:px-1 lg:pb-4">
          <div className="order-1 grid gap-5 lg:order-none">
            {steps}
            <h1 className={isJudging ? 'question' : 'text-ink-2'}>{isJudging ? <Line>{question}</Line> : <InlineText>{question}</InlineText>}</h1>
          </div>
          <div className={`grid min-w-0 gap-5 lg:order-none ${isJudging ? 'order-3' : 'order-2'}`}>{children}</div>
        </div>
      </section>
    </div>
  );
}
