import { describe, expect, it } from 'vitest';
import { createScript } from './session-script.ts';

describe('createFactsBuilder', () => {
  it('counts turns by what the person says on the main thread only', () => {
    const script = createScript();
    script.prompt('add a parser');
    script.prompt('a sub-agent task', { origin: 'agent' });
    script.prompt('inside a sub-agent', { thread: 'agent-1' });
    script.reply('On it.');
    script.prompt('thanks');
    const facts = script.facts();
    expect(facts.humanTurns.map(({ turn, text }) => [turn, text])).toEqual([
      [1, 'add a parser'],
      [2, 'thanks'],
    ]);
    expect(facts.marks.map(({ turn }) => turn)).toEqual([1, 1, 1, 1, 2]);
  });

  it('joins a command with the calls that continue it', () => {
    const script = createScript();
    script.prompt('commit this');
    const call = script.run('git commit -m "Take the lock once"', { result: { outcome: 'running', handle: '7', text: 'hook starts', durationMs: 1000 } });
    script.proceed('7', { outcome: 'ok', exitCode: 0, text: '[main 1a2b3c4] Take the lock once\n 1 file changed', durationMs: 500 });
    const { runs, commits } = script.facts();
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ seq: call, status: 'passed', exitCode: 0, durationMs: 1500, class: 'git' });
    expect(runs[0]?.head).toContain('hook starts');
    expect(commits).toMatchObject([{ seq: call, sha: '1a2b3c4', message: 'Take the lock once' }]);
  });

  it('leaves a command that was refused unjudged and points the turn at it', () => {
    const script = createScript();
    script.prompt('clean up');
    const call = script.run('npm test', { result: { outcome: 'refused', humanText: 'no, not the whole suite' } });
    const { runs, humanTurns } = script.facts();
    expect(runs[0]).toMatchObject({ status: 'refused', failure: null });
    expect(humanTurns[1]).toMatchObject({ explicit: 'refused-call', refusedCall: { seq: call }, turn: 2 });
    expect(humanTurns[1]?.acts.has('correction')).toBe(true);
  });

  it('marks the last reply before the person speaks, and its claims, as final', () => {
    const script = createScript();
    script.prompt('fix it');
    script.reply('I fixed it. The bug is fixed.');
    script.run('npm test', { result: { outcome: 'ok', exitCode: 0, text: ' Tests  3 passed (3)' } });
    script.reply('All tests pass.');
    script.prompt('thanks');
    const { claims, replies } = script.facts();
    expect(replies.map(({ final }) => final)).toEqual([false, true]);
    expect(claims.filter(({ final }) => final).map(({ type }) => type)).toEqual(['tests-pass']);
  });

  it('asks the code reader once for each edit and keeps what it found', () => {
    const script = createScript();
    script.edit('src/a.ts', { added: ['const a = 1;'] });
    script.edit('notes.unknown', { added: ['text'] });
    const asked: string[] = [];
    const facts = script.facts({
      readCode: (edit, language) => {
        asked.push(`${edit.path} ${language}`);
        return [{ pattern: 'x', side: 'added', line: 1, endLine: 1, text: 'const a = 1;', captures: {} }];
      },
    });
    expect(asked).toEqual(['src/a.ts typescript']);
    expect(facts.edits.map(({ matches }) => matches.length)).toEqual([1, 0]);
  });

  it('never keeps the whole file of an edit', () => {
    const script = createScript();
    script.edit('src/a.ts', { added: ['x'], before: 'SECRET-BEFORE', after: 'SECRET-AFTER' });
    expect(JSON.stringify(script.facts())).not.toContain('SECRET');
  });

  it('keeps plans with their answer and how long it took', () => {
    const script = createScript();
    script.prompt('plan it');
    script.call({ type: 'plan', text: '# Plan' }, { outcome: 'ok', text: 'approved' }, { waitMs: 1500 });
    expect(script.facts().plans).toMatchObject([{ text: '# Plan', answer: 'approved', answerMs: 1500 }]);
  });

  it('measures the time from the end of the agent’s output to the message', () => {
    const script = createScript();
    script.prompt('go');
    script.reply('Done.');
    script.wait(4000);
    script.prompt('commit');
    expect(script.facts().humanTurns.map(({ afterMs }) => afterMs)).toEqual([null, 5000]);
  });
});
