import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lessonDraftSchema } from '../../model/team/lesson.ts';
import { draftFromAnswer, draftFromDebrief } from './draft-lesson.ts';

it('keeps the rule of a debrief, and around it only what was said', () => {
  const draft = draftFromDebrief({
    generalRule: 'A retry hides a race; find the order first.',
    whatWasRight: 'The failing run was kept.',
    nextTime: 'Write down who waits for whom.',
    uncertainties: '',
    changedMind: ' ',
  });
  expect(draft.rule).toBe('A retry hides a race; find the order first.');
  expect(draft.reasoning).toBe('What was right: The failing run was kept.\n\nNext time: Write down who waits for whom.');
});

it('takes the first sentence of an answer as its rule', () => {
  const draft = draftFromAnswer({ question: 'Why two locks?', answer: 'Never hold both at once. Readers would wait for writers.' });
  expect(draft).toMatchObject({
    rule: 'Never hold both at once.',
    reasoning: 'Asked: Why two locks?\n\nNever hold both at once. Readers would wait for writers.',
  });
});

it('is never longer than what may be kept', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 300, maxLength: 9000 }), (text) => {
      const long = `rule ${text.replaceAll(/\s/g, 'x')}`;
      expect(lessonDraftSchema.safeParse(draftFromAnswer({ question: long, answer: long })).success).toBe(true);
    }),
  );
});
