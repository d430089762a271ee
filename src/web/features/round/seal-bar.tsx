import type { ReactNode } from 'react';
import { Button, Key } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import type { SealStepProps } from './seal-step-props.ts';
import { sealKeyName } from './use-seal-key.ts';

interface SealBarProps extends Pick<SealStepProps<never, never>, 'isSealing' | 'failure' | 'leave' | 'status'> {
  readonly note: ReactNode;
  /** What is still to be said, once they tried to seal. */
  readonly missing: string | null;
  readonly showsKey?: boolean;
  readonly onSeal: () => void;
}

/** The foot of a step that ends in sealing: seal, leave, and what hinders it. */
export function SealBar({ isSealing, failure, note, leave, status, missing, showsKey = false, onSeal }: SealBarProps) {
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="go" disabled={isSealing} onClick={onSeal} aria-keyshortcuts="Control+Enter Meta+Enter">
          {isSealing ? 'Sealing…' : 'Seal'}
          {showsKey && (
            <>
              {' '}
              <Key>{sealKeyName()}</Key>
            </>
          )}
        </Button>
        {leave}
      </div>
      <p className="meta">{note}</p>
      {missing !== null && (
        <p role="alert" className="text-bad">
          Before it can be sealed: {missing}.
        </p>
      )}
      {failure ? <FailureNotice thrown={failure} /> : null}
      {status}
    </div>
  );
}
