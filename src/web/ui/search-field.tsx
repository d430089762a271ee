import { useRef } from 'react';
import { Key } from './button.tsx';
import { useKeys } from './use-keys.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly className?: string;
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly onText: (text: string) => void;
  /** Arrow down: to what was found. */
  readonly onLeave: () => void;
}

/** What is looked for; the key / goes there from anywhere on the page. */
export function SearchField({ label, className = '', value, describedBy, onText, onLeave }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <label className={`grid min-w-0 gap-1 ${className}`}>
      <span className="meta">{label}</span>
      <span className="relative">
        <input
          ref={field}
          type="search"
          className="field pr-9"
          maxLength={200}
          value={value}
          aria-keyshortcuts="/"
          aria-describedby={describedBy}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onLeave();
          }}
        />
        {value === '' && (
          <span className="pointer-events-none absolute top-2 right-2.5">
            <Key>/</Key>
          </span>
        )}
      </span>
    </label>
  );
}
