import { describe, expect, test } from 'vitest';
import { findStep, type InputItem } from './find-step.ts';
import type { Scenario } from './scenario.ts';

const scenario: Scenario = {
  id: 'made-up',
  title: 'made up',
  shows: 'nothing',
  sound: false,
  person: 'mara',
  branch: 'fix/it',
  dayOffset: 0,
  startsAt: '09:00',
  turns: [
    { after: 0, prompt: 'Fix it.\n', steps: [{ say: 'Looking.', run: ['cat a', 'cat b'] }, { patch: '*** Begin Patch' }, { say: 'Fixed.' }] },
    { after: 5, prompt: 'Again.', steps: [{ run: 'npm test' }, { say: 'Done.' }] },
  ],
};

const prompt = (text: string): InputItem => ({ type: 'message', role: 'user', content: [{ text }] });
const call: InputItem = { type: 'function_call' };
const patch: InputItem = { type: 'custom_tool_call' };

describe('the step a request asks for', () => {
  test('is the first one after the first prompt, whatever came before it', () => {
    expect(findStep(scenario, [prompt('<environment_context>'), prompt('Fix it.')])?.step.say).toBe('Looking.');
  });

  test('follows the calls that were made since the prompt', () => {
    expect(findStep(scenario, [prompt('Fix it.'), call, call])?.step.patch).toBeDefined();
    expect(findStep(scenario, [prompt('Fix it.'), call, call, patch])?.step.say).toBe('Fixed.');
  });

  test('starts again with the next prompt', () => {
    expect(findStep(scenario, [prompt('Fix it.'), call, call, patch, prompt('Again.')])?.step.run).toBe('npm test');
  });

  test('is none where the scenario has no answer', () => {
    expect(findStep(scenario, [prompt('Something else.')])).toBeNull();
    expect(findStep(scenario, [prompt('Fix it.'), call])).toBeNull();
    expect(findStep(scenario, [prompt('Fix it.'), call, call, patch, call])).toBeNull();
  });
});
