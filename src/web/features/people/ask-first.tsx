import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';

interface AskFirstProps {
  readonly yes: string;
  readonly no: string;
  readonly isPending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ReactNode;
}

/** Says what would follow, in place, before it does. The way back has the focus, and Escape takes it. */
export function AskFirst({ yes, no, isPending, onYes, onNo, children }: AskFirstProps) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <fieldset aria-label="Are you sure?" className="flex flex-wrap items-center gap-x-3">
      <span>{children}</span>
      <Button disabled={isPending} onClick={onYes} onKeyDown={onKeyDown}>
        {yes}
      </Button>
      <Button ref={back} look="quiet" onClick={onNo} onKeyDown={onKeyDown}>
        {no}
      </Button>
    </fieldset>
  );
}
