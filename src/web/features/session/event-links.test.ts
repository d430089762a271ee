import { describe, expect, it } from 'vitest';
import { findEventLinks } from './event-links.ts';

const mark = (seq: number, label: string, red?: boolean) => ({ seq, from: seq, to: seq, label, ...(red ? { red } : {}) });
const lanes = {
  you: [mark(1, 'find out why'), mark(40, 'again')],
  agent: [],
  edits: [mark(10, 'a.ts'), mark(20, 'b.ts')],
  runs: [mark(5, 'vitest', true), mark(25, 'vitest')],
  commits: [mark(30, 'fix: race')],
};
const edit = { role: 'test', fate: 'rewritten', promptSeq: 1, nextRunSeq: 25, commitSeq: null };

describe('findEventLinks', () => {
  it('leads from an edit to its prompt, its run and its commit', () => {
    expect(findEventLinks({ seq: 10, kind: 'edit' }, { edit }, lanes, true)).toEqual([
      { label: 'Asked for by', seq: 1, text: 'find out why' },
      { label: 'Checked by', seq: 25, text: 'vitest (did not fail)' },
      { label: 'In commit', seq: null, text: 'Not committed in this session.' },
      { label: 'Became', seq: null, text: 'Rewritten later in the session.' },
    ]);
  });

  it('keeps what became of an edit closed while its moment is not judged', () => {
    const words = findEventLinks({ seq: 10, kind: 'edit' }, { edit }, lanes, false).map(({ text }) => text);
    expect(words.join(' ')).not.toContain('Rewritten');
  });

  it('leads from a run to the edits since the run before', () => {
    const run = { class: 'test', status: 'passed', exitCode: 0, durationMs: 1, sameFailureAsBefore: 0 };
    expect(findEventLinks({ seq: 25, kind: 'call' }, { run }, lanes, true).map(({ seq }) => seq)).toEqual([1, 10, 20, 30]);
  });

  it('shows what a claim rests on', () => {
    expect(findEventLinks({ seq: 6, kind: 'reply' }, { claims: ['tests-pass'] }, lanes, true).map(({ text }) => text)).toEqual([
      'vitest (failed)',
      'Nothing had been edited.',
      'find out why',
    ]);
  });
});
