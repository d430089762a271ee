import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeRequest } from './apis/compose-request.ts';
import { checkAddress } from './check-address.ts';
import { checkAnswer } from './checks/check-answer.ts';
import { checkQuestion } from './checks/check-question.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Candidate, ReaderAnswer } from './second-reader.ts';
import { writePrompt } from './write-prompt.ts';

const candidate: Candidate = {
  kind: 'scope',
  what: 'More was changed than was asked for.',
  question: 'Would you accept it as it stands?',
  shape: 'edit',
  decision: { start: 4, end: 5 },
  visible: [
    { line: 3, by: 'person', text: 'Please rename the field and nothing else.' },
    { line: 4, by: 'agent', text: 'I rename it, and sort the imports of every file.' },
  ],
  later: [{ line: 9, by: 'later', text: 'Why were forty files touched?' }],
};
const bounds = { visible: candidate.visible.map(({ text }) => text).join('\n'), withheld: '', hindsight: '', found: '' };
const confirm: ReaderAnswer = { verdict: 'confirm', evidence: [{ line: 4, quote: 'sort the imports of every file' }], reason: 'More than asked.' };
const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{3,8}$/);

describe('what a model says', () => {
  it('is found among other words, fences and braces', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[{}"]/g, '')),
        fc.string({ maxLength: 60 }),
        (before, after) => {
          expect(parseAnswer(`${before}{ no } \`\`\`json\n${JSON.stringify(confirm)}\n\`\`\`${after}`)).toEqual(confirm);
        },
      ),
    );
  });

  it('never breaks anything, whatever it is', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '"', '\\', '[', ']', ':', ',', 'verdict', 'confirm', 'evidence', '\n', 'é'), { maxLength: 80 });
    fc.assert(fc.property(pieces, (parts) => void expect(parseAnswer(parts.join(''))).toBeNull()));
  });

  it('is taken only where every quote stands on its line', () => {
    expect(checkAnswer(confirm, candidate, bounds).verdict).toBe('confirm');
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 12 }), (quote, line) => {
        const read = checkAnswer({ ...confirm, evidence: [...confirm.evidence, { line, quote }] }, candidate, bounds);
        const stands = candidate.visible.some((one) => one.line === line && one.text.includes(quote));
        if (!stands) expect(read.verdict).toBe('refused');
      }),
    );
  });
});

describe('a question', () => {
  it('holds no four words in a row that only come later', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 12 }), fc.nat({ max: 8 }), (later, from) => {
        const run = later.slice(Math.min(from, later.length - 4)).slice(0, 4);
        const question = `Would you go on here, given ${run.join(' ')}, as it stands?`;
        expect(checkQuestion(question, { ...bounds, withheld: later.join(' ') })).toBe('holds something of what came later');
      }),
    );
  });

  it('may use every word that a judge sees', () => {
    expect(checkQuestion('What would you make of “sort the imports of every file” here?', { ...bounds, withheld: bounds.visible })).toBeNull();
  });

  it('may quote words that would give it away where a judge reads them too', () => {
    const visible = 'The agent writes: the mistake is in parse().';
    expect(checkQuestion('Would you build on “the mistake is in parse()” as it stands?', { ...bounds, visible })).toBeNull();
    expect(checkQuestion('Would you build on the mistake as it stands here?', { ...bounds, visible })).toContain('gives away');
  });
});

describe('what is sent', () => {
  it('is plain ASCII, so that a preview on a terminal is what is sent, and says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const prompt = writePrompt({ ...candidate, visible: [{ line: 4, by: 'agent', text }] });
        const { body } = composeRequest('openai', new URL('http://127.0.0.1/v1'), 'a-model', prompt);
        expect(body).toMatch(/^[\n -~]*$/);
        expect((JSON.parse(body) as { messages: { content: string }[] }).messages[1]?.content).toBe(prompt.user);
      }),
    );
  });

  it.each([
    ['openai', 'https://models.example.com/v1', 'https://models.example.com/v1/chat/completions'],
    ['openai', 'https://models.example.com/v1/chat/completions', 'https://models.example.com/v1/chat/completions'],
    ['anthropic', 'https://models.example.com', 'https://models.example.com/v1/messages'],
    ['anthropic', 'https://models.example.com/v1/', 'https://models.example.com/v1/messages'],
  ] as const)('by %s at %s goes to %s', (api, url, address) => {
    expect(composeRequest(api, new URL(url), 'a-model', writePrompt(candidate)).url).toBe(address);
  });

  it.each([
    ['https://models.example.com/v1', true],
    ['http://localhost:11434/v1', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://127.0.0.1.example.com/v1', false],
    ['http://localhost.example.com/v1', false],
    ['http://10.0.0.1/v1', false],
    ['file:///etc/passwd', false],
    ['models.example.com', false],
  ])('may go to %s: %s', (url, may) => {
    expect(checkAddress(url).ok).toBe(may);
  });
});
