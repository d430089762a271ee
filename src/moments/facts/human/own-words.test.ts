import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnWords } from './own-words.ts';

const REVIEW = 'The option is parsed but never validated, so a negative limit is passed on to the query and should be rejected.';

describe('own words', () => {
  it.each([
    ['a request', 'please add a button\n\nand a test for it', 'please add a button\n\nand a test for it', 'none'],
    ['a fenced block', 'it fails:\n```\nTypeError: x\n```\nwhy?', 'it fails:\nwhy?', 'part'],
    ['a stack trace', 'I get this\nTypeError: x is undefined\n    at load (src/a.ts:3:4)', 'I get this', 'part'],
    ['a log on the same line', 'this happens [11:35:44.030] [API] GET /x', 'this happens ', 'part'],
    ['a log alone', '2026-01-05T09:00:00 INFO start\n2026-01-05T09:00:01 ERROR stop', '', 'all'],
    ['a plan', 'Implement the following plan:\n\n# Plan\n\n## Context\n\nDo not use the old one.', 'Implement the following plan:', 'part'],
    ['what agents wrap around', '<system-reminder>\nno, that is wrong\n</system-reminder>\ngo on', 'go on', 'part'],
    ['a quote of the agent', '> All tests pass.\nthey do not', 'they do not', 'part'],
    ['a summary of what was compacted', 'This session is being continued from a previous conversation that ran out of room.\nNo, that was wrong.', '', 'all'],
    ['output of a hook', 'Stop hook feedback:\nNo, the message does not follow the convention.', '', 'all'],
    ['output of a hook in a tag', '<user-prompt-submit-hook>\nnever use any\n</user-prompt-submit-hook>\nrename it', 'rename it', 'part'],
    ['a skill as it was expanded', 'Base directory for this skill: skills/review\n\nDo not guess.', '', 'all'],
    ['a comment of a bot', 'what is this?\n**Actionable comments posted: 2**\nThe limit is wrong.', 'what is this?', 'part'],
    ['a finding on the line that points at it', 'Address this:   - The limit is never read.\n\nIt is parsed and dropped.', '', 'all'],
    ['a review under a pointing line', 'Consider this feedback:\n\n' + REVIEW, 'Consider this feedback:', 'part'],
    ['a finding with its number and name', 'address this\n2. Bug: the limit is never read\nIt is parsed and then dropped.', 'address this', 'part'],
    [
      'a proposal of their own under a question',
      'what about this?\n\nI would keep the limit in the parser, since we read it there anyway and nowhere else.',
      'what about this?\n\nI would keep the limit in the parser, since we read it there anyway and nowhere else.',
      'none',
    ],
    ['marks of images', 'the header is empty [Image #1]\n[Image: source: picture.png]', 'the header is empty', 'none'],
    ['what is added for the model', 'use the second one". Read the answers carefully and go on.', 'use the second one', 'none'],
    ['words without spaces under a log', '还是不行\n2026-01-05T09:00:00 ERROR stop', '还是不行', 'part'],
    ['a compiler error between words', 'the build says\nsrc/a.ts(3,4): error TS2304: no name\nwhat is missing?', 'the build says\nwhat is missing?', 'part'],
    ['a slash command as it was expanded', '<command-message>review</command-message>\n<command-args>no, wrong</command-args>', '', 'all'],
    ['a diff', 'revert this\n```diff\n- never\n+ always\n```', 'revert this', 'part'],
    ['a tag that never closes', 'use <context> for it\nplease', 'use <context> for it\nplease', 'none'],
  ] as const)('of %s', (_, text, own, pasted) => {
    expect(readOwnWords(text)).toEqual({ own: own.trim(), pasted });
  });

  it('are never longer than the message, and its own words stay own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (text) => {
        const { own } = readOwnWords(text);
        expect(own.length).toBeLessThanOrEqual(text.length);
        expect(readOwnWords(own).own.length).toBeLessThanOrEqual(own.length);
      }),
    );
  });

  it.each(['<a>\n', '    at x (', 'a.A', '\t', '```\n', '# h\n', '[1:', '{'])('end on a megabyte of %j', (piece) => {
    expect(readOwnWords(piece.repeat(1_000_000 / piece.length)).own.length).toBeLessThanOrEqual(1_000_000);
  });
});
