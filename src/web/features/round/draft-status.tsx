import { formatClock } from '../../text/format-when.ts';
import type { DraftState } from './use-draft.ts';

function describe(state: DraftState): string {
  switch (state.type) {
    case 'saved':
      return state.at === null ? 'What you write is kept as you write it.' : `Draft saved at ${formatClock(state.at)}.`;
    case 'waiting':
      return 'Not saved yet…';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved. ${state.why} Trying again; keep this page open.`;
  }
}

/** Whether what is on screen is also kept. Only a failure is announced: every keystroke would be noise. */
export function DraftStatus({ state }: { state: DraftState }) {
  return (
    <p className={`meta ${state.type === 'failed' ? 'text-bad' : ''}`} data-draft={state.type} {...(state.type === 'failed' ? { role: 'alert' } : {})}>
      {describe(state)}
    </p>
  );
}
