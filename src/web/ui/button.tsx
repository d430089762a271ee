import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

const SHAPE = 'inline-flex min-h-9 items-center justify-center gap-2 rounded-lg border py-1.5 text-[0.84375rem] font-medium no-underline transition-colors';
const LOOK = {
  go: 'px-3.5 border-transparent bg-accent text-paper hover:bg-[color-mix(in_oklch,var(--accent)_88%,var(--ink))] disabled:opacity-60',
  plain: 'px-3.5 border-line bg-surface text-ink hover:border-edge disabled:text-ink-3 disabled:hover:border-line',
  quiet: 'border-transparent bg-transparent text-ink-2 underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current',
} as const;

type Look = keyof typeof LOOK;

export function Button({ look = 'plain', className = '', ...rest }: ComponentProps<'button'> & { look?: Look }) {
  return <button type="button" {...rest} className={`${SHAPE} ${LOOK[look]} ${className}`} />;
}

export function ButtonLink({ look = 'plain', children, ...link }: LinkProps & { look?: Look; children: ReactNode }) {
  return (
    <Link {...link} className={`${SHAPE} ${LOOK[look]}`}>
      {children}
    </Link>
  );
}

/** A key that does the same. Hidden from assistive technology, which hears `aria-keyshortcuts` instead, and where there is no keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden="true"
      className="hidden rounded-[5px] border border-b-2 border-current/30 px-1.5 font-mono text-[0.6875rem] leading-4 font-normal [@media(hover:hover)]:inline-block"
    >
      {children}
    </kbd>
  );
}
