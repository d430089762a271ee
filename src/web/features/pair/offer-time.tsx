import { useId, useState } from 'react';
import { usePairAct } from '../../api/team/pair-queries.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { fromLocalField, toLocalField } from '../programme/local-time.ts';

const HOUR_MS = 3_600_000;

/** Time that was kept for the two, by hand. It counts once the other confirms it. */
export function OfferTime({ programme, other }: { programme: string; other: string }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState(() => toLocalField(new Date(Date.now() - HOUR_MS).toISOString()));
  const [to, setTo] = useState(() => toLocalField(new Date().toISOString()));
  const offer = usePairAct('protected-time');
  const span = { from: fromLocalField(from), to: fromLocalField(to) };
  if (!isOpen)
    return (
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        Add time you kept
      </Button>
    );
  return (
    <form
      className="card grid justify-items-start gap-4 px-5 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (span.from && span.to) offer.mutate({ path: '', body: { programme, ...span } }, { onSuccess: () => setOpen(false) });
      }}
    >
      <p className="text-ink-2">It counts once {toVisibleText(other)} confirms it.</p>
      <div className="grid w-full gap-4 sm:grid-cols-2">
        <TextInput id={`${id}-from`} type="datetime-local" label="From" value={from} onText={setFrom} />
        <TextInput id={`${id}-to`} type="datetime-local" label="To" value={to} onText={setTo} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={offer.isPending || !span.from || !span.to}>
          Offer it
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Not now
        </Button>
      </div>
      {offer.isError && <FailureNotice thrown={offer.error} />}
    </form>
  );
}
