import type { ReactElement } from 'react';

interface CardGroupProps {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly ReactElement[];
  readonly as?: 'div' | 'ul';
}

/** Cards under a heading of their own; nothing where there are none. */
export function CardGroup({ id, title, cards, as: List = 'div' }: CardGroupProps) {
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="heading mb-2.5">
        {title}
      </h2>
      <List className="grid gap-3.5">{cards}</List>
    </section>
  );
}
