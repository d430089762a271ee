import { useState } from 'react';
import type { ShownBody } from '../../../model/api/team/shown-growth.ts';
import { usePlace } from '../../api/use-place.ts';
import { formatWhen } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ShownContent } from './shown-content.tsx';
import { usePartners, useShown, useShownActs } from './use-shown.ts';

/** Shows one thing of my growth to one partner, after seeing exactly what leaves; or takes it back. */
export function ShowToPartner({ shown }: { shown: ShownBody }) {
  const { me } = usePlace();
  return me === null ? null : <Offer shown={shown} me={me.id} />;
}

function Offer({ shown, me }: { shown: ShownBody; me: string }) {
  const partners = usePartners(me);
  const [to, setTo] = useState<string | null>(null);
  const now = useNow();
  const { show, withdraw } = useShownActs();
  const seen = (useShown().data?.mine ?? []).filter((one) => one.shown.kind === shown.kind && one.shown.subject === shown.subject);
  const reader = partners.find(({ id }) => id === to);
  if (partners.length === 0) return null;
  return (
    <div className="grid gap-2.5">
      {seen.map(({ id, readerName, at, contested }) => {
        const name = toVisibleText(readerName);
        return (
          <div key={id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3">
              <span className="meta">
                Shown to {name} as it was {formatWhen(at, now)}.
              </span>
              <Button look="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
                Take it back
              </Button>
            </p>
            {contested && (
              <p className="border-l-2 border-warn pl-3 [overflow-wrap:anywhere]">
                {name} says that it is not so: “<Plain>{contested.why}</Plain>”
              </p>
            )}
          </div>
        );
      })}
      {reader ? (
        <div className="card grid gap-3 px-5 py-4">
          <p className="font-medium">This goes to {toVisibleText(reader.name)} and to nobody else, as it is now:</p>
          <ShownContent shown={shown} />
          <div className="flex flex-wrap gap-3">
            <Button disabled={show.isPending} onClick={() => show.mutate({ reader: reader.id as never, shown }, { onSuccess: () => setTo(null) })}>
              {show.isPending ? 'One moment…' : 'Show it'}
            </Button>
            <Button look="quiet" onClick={() => setTo(null)}>
              Leave it
            </Button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          {partners.map(({ id, name }) => (
            <Button key={id} look="quiet" onClick={() => setTo(id)}>
              Show it to {toVisibleText(name)}
              {seen.some((one) => one.reader === id) && ' as it is now'}
            </Button>
          ))}
        </div>
      )}
      {show.isError && <FailureNotice thrown={show.error} />}
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </div>
  );
}
