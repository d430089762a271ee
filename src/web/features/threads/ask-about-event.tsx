import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseId } from '../../../model/team/ids.ts';
import { threadsQuery } from '../../api/team/lesson-queries.ts';
import { formatCount } from '../../text/format-amount.ts';
import { listThreadsAt } from './describe-anchor.ts';
import { Threads } from './threads.tsx';

/** Below an event of a shared case: the questions on it, and a place to ask one; folded until somebody wants it. */
export function AskAboutEvent({ case: caseId, line }: { case: CaseId; line: number }) {
  const [isOpen, setOpen] = useState(false);
  const found = useQuery(threadsQuery({ case: caseId }));
  const count = listThreadsAt(found.data?.threads ?? [], { line }).length;
  return (
    <div className="border-t border-line px-3.5 py-1">
      <button
        type="button"
        aria-expanded={isOpen}
        className={`min-h-6 text-[0.78125rem] underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current ${count > 0 ? 'text-accent' : 'text-ink-2'}`}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? formatCount(count, 'question') : 'Ask about this'}
      </button>
      {isOpen && (
        <div className="pt-2 pb-2.5">
          <Threads case={caseId} anchor={{ line }} />
        </div>
      )}
    </div>
  );
}
