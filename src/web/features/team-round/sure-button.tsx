import { useState } from 'react';
import { Button } from '../../ui/button.tsx';

interface SureButtonProps {
  readonly label: string;
  readonly question: string;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly onSure: () => void;
}

/** For what cannot be taken back: asks once more, in its own place. */
export function SureButton({ label, question, yes, isBusy, onSure }: SureButtonProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button look="quiet" onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span>{question}</span>
      <Button look="quiet" disabled={isBusy} onClick={onSure}>
        {yes}
      </Button>
      <Button look="quiet" onClick={() => setAsked(false)}>
        No
      </Button>
    </span>
  );
}
