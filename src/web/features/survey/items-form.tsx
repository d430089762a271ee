import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { ItemScale } from './item-scale.tsx';

interface ItemsFormProps {
  readonly items: readonly { readonly id: string; readonly words: string }[];
  readonly label: string;
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly children?: ReactNode;
  readonly onGive: (values: Record<string, number>) => void;
}

/** Statements to answer, all of them, and one button. */
export function ItemsForm({ items, label, isBusy, failure, children, onGive }: ItemsFormProps) {
  const [values, setValues] = useState<Record<string, number>>({});
  const [asked, setAsked] = useState(false);
  const isMissing = (id: string): boolean => asked && values[id] === undefined;
  const give = (): void => {
    if (items.every(({ id }) => values[id] !== undefined)) return onGive(values);
    setAsked(true);
  };
  return (
    <div className="grid gap-5">
      <p className="meta">1 not at all, 5 very much.</p>
      {items.map(({ id, words }) => (
        <ItemScale key={id} words={words} value={values[id]} isMissing={isMissing(id)} onChange={(value) => setValues({ ...values, [id]: value })} />
      ))}
      {children}
      <Button look="go" className="justify-self-start" disabled={isBusy} onClick={give}>
        {label}
      </Button>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </div>
  );
}
