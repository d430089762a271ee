import { expect, test } from '@playwright/test';
import { createMachine } from './start-rounds.ts';

const MARKUP = '<script>window.owned=1</script><img src=x onerror="window.owned=1">';
const ESCAPES = '\u001b]0;owned\u0007\u001b[2J\u202ereversed';

let count = 0;
const record = (role: 'user' | 'assistant', content: unknown, rest: object = {}): string => {
  const parentUuid = count === 0 ? null : `u${count}`;
  count += 1;
  return JSON.stringify({
    parentUuid,
    isSidechain: false,
    userType: 'external',
    cwd: '/home/ada/birdhouse',
    sessionId: '11111111-2222-4333-8444-666666666666',
    version: '2.1.70',
    gitBranch: 'main',
    type: role,
    message:
      role === 'user'
        ? { role, content }
        : { model: 'claude-opus-4-6', id: `msg_${count}`, type: 'message', role, content, stop_reason: null, usage: { input_tokens: 1, output_tokens: 1 } },
    uuid: `u${count}`,
    timestamp: `2026-03-02T09:00:${String(count).padStart(2, '0')}.000Z`,
    ...rest,
  });
};

const transcript = [
  record('user', `Read this ${MARKUP} please`),
  record('assistant', [{ type: 'text', text: `As asked: ${MARKUP} and [a link](javascript:window.owned=1)` }]),
  record('assistant', [{ type: 'tool_use', id: 'toolu_1', name: 'Bash', input: { command: `printf '${ESCAPES}'` } }]),
  record('user', [{ type: 'tool_result', tool_use_id: 'toolu_1', content: `${ESCAPES} ${MARKUP}`, is_error: false }]),
].join('\n');

const machine = createMachine([`${transcript}\n`]);
test.afterAll(machine.remove);

test('markup and terminal escapes of a transcript stay text', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  const rounds = await machine.start();
  await page.goto(rounds.enter);
  await page.goto(`${rounds.origin}/sessions`);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();

  const shown = page.getByRole('region', { name: 'Transcript' });
  await expect(shown.getByText('<script>window.owned=1</script>').first()).toBeVisible();
  await expect(shown.getByText('[a link](javascript:window.owned=1)')).toBeVisible();
  await shown.getByRole('button', { expanded: false }).first().click();
  await expect(shown.getByText('‹ESC›]0;owned‹BEL›‹ESC›[2J‹U+202E›reversed').last()).toBeVisible();

  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  await expect(page.locator('main script, main img')).toHaveCount(0);
  expect(await page.locator('main').innerText()).not.toMatch(/[\u202e\u2066]/);
  expect([...new Set(asked)]).toEqual([new URL(rounds.origin).host]);
});
