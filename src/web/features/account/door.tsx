import type { FormEvent, ReactNode } from 'react';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** A page in front of the app: what it is, and the one thing to do there. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="mx-auto grid min-h-[80svh] w-full max-w-[30rem] content-center gap-5 px-5 py-10">
      <p className="font-serif text-lg font-semibold">
        Rounds<span className="text-accent">.</span>
      </p>
      <div className="grid gap-1.5">
        <h1 className="title">{title}</h1>
        {lead && <div className="text-ink-2">{lead}</div>}
      </div>
      {children}
    </div>
  );
}

/** A form that is sent by its button or Enter. */
export function DoorForm({ onSend, children }: { onSend: () => void; children: ReactNode }) {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className="card grid gap-4 px-5 py-5" onSubmit={send}>
      {children}
    </form>
  );
}
