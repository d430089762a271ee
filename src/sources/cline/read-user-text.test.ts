import { expect, test } from 'vitest';
import { readUserText } from './read-user-text.ts';

test.each([
  '\n# task_progress List (Optional - Plan Mode)\n\nWhile in PLAN MODE …',
  '\n# task_progress RECOMMENDED\n\nWhen starting a new task …',
  '\n\n\t\t\t\t# TODO LIST UPDATE REQUIRED - You MUST include the task_progress parameter',
  'Files attached by the user:\n\n<file_content path="boxes.txt">\nfour\n</file_content>',
  '(The user did not provide a new message. Consider asking them how they would like you to proceed.)',
])('the program says %j', (text) => {
  expect(readUserText(text)).toEqual([{ origin: 'system', text }]);
});

test.each(['user_message', 'feedback'])('the person’s words in a frame of the program, in <%s>', (tag) => {
  const text = `${tag === 'feedback' ? 'The user provided the following feedback:' : 'New instructions for task continuation:'}\n<${tag}>\nOak, please.\n</${tag}>`;
  expect(readUserText(text)).toEqual([
    { origin: 'system', text },
    { origin: 'human', text: 'Oak, please.' },
  ]);
});

test('a heading of the person’s own is theirs', () => {
  expect(readUserText('# Boxes\n\nCount them.')).toEqual([{ origin: 'human', text: '# Boxes\n\nCount them.' }]);
});
