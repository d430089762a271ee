import { useMemo } from 'react';
import { Plain } from '../../ui/text.tsx';
import { groupLeaves, listLeaves } from './list-leaves.ts';
import { MarkedLines } from './marked-lines.tsx';

/** A document as it would leave, every value of it. What a person selects here they can take out. */
export function LeavingText({ value, label }: { value: unknown; label: string }) {
  const groups = useMemo(() => groupLeaves(listLeaves(value)), [value]);
  return (
    <section aria-label={label} className="card divide-y divide-line" data-leaving="">
      {groups.map(({ title, texts, rest }) => (
        <div key={title} className="grid gap-1.5 px-4 py-3">
          <p className="meta [overflow-wrap:anywhere]">
            <span className="font-medium text-ink-2">
              <Plain>{title}</Plain>
            </span>
            {rest.map(({ path, text }) => (
              <span key={path} className="ml-2.5 inline-block">
                <Plain>{path === title ? text : `${path} ${text}`}</Plain>
              </span>
            ))}
          </p>
          {texts.map(({ path, text }) => (
            <div key={path} className="grid gap-0.5">
              {path !== title && (
                <p className="meta">
                  <Plain>{path}</Plain>
                </p>
              )}
              <MarkedLines text={text} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
