import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginShared, choose, isToBeSaved, markSaved, markUnsaved, receive, send, write } from './merge-debrief.ts';

describe('a debrief that two people write', () => {
  it('joins what each wrote in another field', () => {
    const mine = write(beginShared({}, 0), { nextTime: 'Run it first.' });
    const joined = receive(mine, { whatWasRight: 'Reading the test.' }, 1);
    expect(joined.mine).toEqual({ nextTime: 'Run it first.', whatWasRight: 'Reading the test.' });
    expect(joined.theirs).toEqual({});
    expect(isToBeSaved(joined)).toBe(true);
  });

  it('keeps mine, shows theirs and waits for a choice where both wrote at once', () => {
    const both = receive(write(beginShared({ nextTime: 'Run it.' }, 3), { nextTime: 'Run it ten times.' }), { nextTime: 'Read it.' }, 4);
    expect(both.mine.nextTime).toBe('Run it ten times.');
    expect(both.theirs).toEqual({ nextTime: 'Read it.' });
    expect(isToBeSaved(both)).toBe(false);
    expect(choose(both, 'nextTime', 'theirs').mine.nextTime).toBe('Read it.');
    expect(isToBeSaved(choose(both, 'nextTime', 'theirs'))).toBe(false);
    expect(isToBeSaved(choose(both, 'nextTime', 'mine'))).toBe(true);
  });

  it('takes its own save for nobody else’s, whichever is heard first', () => {
    const sent = send(write(beginShared({}, 0), { nextTime: 'Run it.' }));
    const typedOn = write(sent, { nextTime: 'Run it ten times.' });
    const heard = receive(typedOn, { nextTime: 'Run it.' }, 1);
    expect(heard.theirs).toEqual({});
    expect(heard.mine.nextTime).toBe('Run it ten times.');
    expect(isToBeSaved(markSaved(heard, 1))).toBe(true);
  });

  it('forgets nothing of an earlier version that arrives late', () => {
    const now = markSaved(send(write(beginShared({}, 5), { generalRule: 'Wait for the event.' })), 6);
    expect(receive(now, { generalRule: 'Old.' }, 5)).toBe(now);
  });

  it('loses no field of either where they write in different ones, in any order', () => {
    const steps = fc.array(fc.record({ whose: fc.constantFrom('mine', 'theirs'), text: fc.string({ minLength: 1, maxLength: 5 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (written) => {
        let server = { draft: {} as { nextTime?: string; whatWasRight?: string }, version: 0 };
        let shared = beginShared({}, 0);
        let [lastMine, lastTheirs] = ['', ''];
        for (const { whose, text } of written) {
          if (whose === 'theirs') {
            lastTheirs = text;
            server = { draft: { ...server.draft, whatWasRight: text }, version: server.version + 1 };
          } else {
            lastMine = text;
            shared = send(write(shared, { nextTime: text }));
            // Refused as a conflict where they saved since; the page then looks at what they wrote and tries again.
            if (shared.version === server.version) {
              server = { draft: { ...shared.mine }, version: server.version + 1 };
              shared = markSaved(shared, server.version);
            } else shared = receive(markUnsaved(shared), server.draft, server.version);
          }
        }
        shared = receive(shared, server.draft, server.version);
        expect(shared.theirs).toEqual({});
        expect(shared.mine.nextTime ?? '').toBe(lastMine);
        expect(shared.mine.whatWasRight ?? '').toBe(lastTheirs);
      }),
    );
  });
});
