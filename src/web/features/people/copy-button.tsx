import { useState } from 'react';
import { Button } from '../../ui/button.tsx';

/** Copies a text that is on screen; where a browser does not let pages copy, it selects it. */
export function CopyButton({ text, from }: { text: string; from: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      document.getElementById(from)?.focus();
      (document.getElementById(from) as HTMLInputElement | null)?.select();
      setSaid('Selected: copy it with your keyboard.');
    }
  };
  return (
    <span className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void copy()}>Copy</Button>
      <output className="meta">{said}</output>
    </span>
  );
}
