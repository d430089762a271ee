import type { ReactNode } from 'react';
import type { Judgement } from '../../../model/judgement.ts';
import { formatCount } from '../../text/format-amount.ts';
import { InlineText, RichText } from '../../ui/text.tsx';
import { toVerdictLabel } from '../round/check-judgement.ts';
import { VoiceFrame } from '../round/voice-frame.tsx';
import type { Aspect } from './compare-answers.ts';

interface VoiceCardProps {
  readonly name: string;
  readonly isMe: boolean;
  /** Null where they passed. */
  readonly judgement: Judgement | null;
  /** What the judgements differ on: it stands first, and says so. */
  readonly differ: readonly Aspect[];
}

const ASPECTS: readonly Aspect[] = ['verdict', 'proposition', 'probability', 'lines'];

/** One person's judgement, in the same order in both cards. */
export function VoiceCard({ name, isMe, judgement, differ }: VoiceCardProps) {
  const order = [...ASPECTS.filter((aspect) => differ.includes(aspect)), ...ASPECTS.filter((aspect) => !differ.includes(aspect))];
  return (
    <VoiceFrame name={name} isMe={isMe} noun="judgement">
      {judgement && (
        <>
          <dl className="grid gap-2.5">
            {order.map((aspect) => (
              <AspectPart key={aspect} aspect={aspect} judgement={judgement} isMe={isMe} differs={differ.includes(aspect)} />
            ))}
            <Part label="Why">
              <RichText text={judgement.reason} />
            </Part>
            {judgement.changeMyMind !== '' && (
              <Part label={isMe ? 'Would change my mind' : 'Would change their mind'}>
                <RichText text={judgement.changeMyMind} />
              </Part>
            )}
          </dl>
          {judgement.knewOutcome && <p className="meta">{isMe ? 'You' : name} knew how it ended.</p>}
        </>
      )}
    </VoiceFrame>
  );
}

function AspectPart({ aspect, judgement, isMe, differs }: { aspect: Aspect; judgement: Judgement; isMe: boolean; differs: boolean }) {
  const mark = differs ? ', where you differ' : '';
  switch (aspect) {
    case 'verdict':
      return (
        <Part label={`Verdict${mark}`}>
          <span className="font-semibold">{toVerdictLabel(judgement.verdict)}</span>
        </Part>
      );
    case 'proposition':
      return (
        <Part label={`Statement${mark}`}>
          <InlineText>{judgement.proposition}</InlineText>
        </Part>
      );
    case 'probability':
      return (
        <Part label={`Probability ${judgement.probability} %${mark}`}>
          <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-line">
            <span className={`block h-full ${isMe ? 'bg-accent' : 'bg-warn'}`} style={{ width: `${judgement.probability}%` }} />
          </span>
        </Part>
      );
    case 'lines':
      return judgement.lines.length === 0 ? null : (
        <Part label={`Lines${mark}`}>
          {formatCount(judgement.lines.length, 'place')}, marked {isMe ? '●' : '○'} in the case
        </Part>
      );
  }
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="meta">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
