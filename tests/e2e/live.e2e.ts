import { expect, test } from '@playwright/test';
import { createMachine } from './start-rounds.ts';

const machine = createMachine();
test.afterAll(machine.remove);

test('what happens between a page and its stream of changes is not missed', async ({ page }) => {
  const rounds = await machine.start();
  const { promise: held, resolve: open } = Promise.withResolvers<void>();
  await page.route('**/api/events', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(rounds.enter);
  const nothing = page.getByText('No sessions read on this machine yet.');
  await expect(nothing).toBeVisible();
  // As another tab would; this page is told of nothing yet.
  await page.evaluate(async () => {
    await fetch('/api/demo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    for (;;) {
      const progress = (await (await fetch('/api/import')).json()) as { running: boolean };
      const today = (await (await fetch('/api/today')).json()) as { sessionsKnown: number };
      if (!progress.running && today.sessionsKnown > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  await expect(nothing).toBeVisible();
  open();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(nothing).toBeHidden();
});
