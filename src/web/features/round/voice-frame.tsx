import type { ReactNode } from 'react';
import { PersonName } from '../people/person-name.tsx';

interface VoiceFrameProps {
  readonly name: string;
  readonly isMe: boolean;
  /** What the person gave: a judgement, a ranking. */
  readonly noun: string;
  /** Null where they passed. */
  readonly children: ReactNode;
}

/** The card of what one person sealed: teal for the reader, amber for the other. */
export function VoiceFrame({ name, isMe, noun, children }: VoiceFrameProps) {
  return (
    <section
      aria-label={isMe ? `Your ${noun}` : `${name}’s ${noun}`}
      className={`card grid content-start gap-2.5 border-l-3 px-5 py-4 ${isMe ? 'border-l-accent' : 'border-l-warn'}`}
    >
      <p className="meta">
        <PersonName name={name} isMe={isMe} />
      </p>
      {children ?? <p className="text-ink-2">{isMe ? 'You passed.' : `${name} passed.`}</p>}
    </section>
  );
}
