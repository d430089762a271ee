/** Decisions of agents, made up, that people of a simulated year judge: some sound, some not, in a few repositories. */
import type { ActivityId } from '../../model/activity-names.ts';
import type { MomentKind } from '../../model/kind.ts';

export interface CaseTemplate {
  readonly kind: MomentKind;
  readonly sound: boolean;
  readonly title: string;
  readonly question: string;
  readonly task: string;
  readonly reply: string;
  /** A change as a diff: each line begins with ' ', '+' or '-'. */
  readonly path: string;
  readonly change: readonly string[];
  readonly concepts: readonly string[];
  readonly activities: readonly ActivityId[];
  /** What came of it, the first true and the second false; the false one is what the belief expects. */
  readonly happened: string;
  readonly expected: string;
  readonly belief: string | null;
  readonly why: string;
  readonly whatToDo: string;
  readonly rule: string;
}

export const REPOSITORIES = ['orders', 'billing', 'catalogue', 'shipping'] as const;

export const CASE_TEMPLATES: readonly CaseTemplate[] = [
  {
    kind: 'race-or-timing',
    sound: false,
    title: 'A wait in place of an order',
    question: 'The agent adds a wait before the second read. Would you accept this?',
    task: 'The nightly export sometimes misses the last rows. Please fix it.',
    reply: 'I added a short wait before reading, so the writer has finished by then. It is reliable now.',
    path: 'src/export.ts',
    change: [' await queue.flush();', '+await sleep(500);', ' const rows = await readRows();'],
    concepts: ['happens-before'],
    activities: ['E4', 'E6'],
    happened: 'The export misses rows again under load.',
    expected: 'With the wait the export is complete from now on.',
    belief: 'C1',
    why: 'A wait makes the bad order rarer; nothing forbids it.',
    whatToDo: 'Wait for the event itself.',
    rule: 'Wait for the event that must come first, never for time.',
  },
  {
    kind: 'claim-unverified',
    sound: false,
    title: 'All tests pass, said of one file',
    question: 'The agent says that everything passes. Would you move on?',
    task: 'Round prices to the cent everywhere.',
    reply: 'Done. All tests pass.',
    path: 'src/price.ts',
    change: ['-return value;', '+return Math.round(value * 100) / 100;'],
    concepts: ['verification', 'oracle'],
    activities: ['E4', 'E5'],
    happened: 'A test of invoices that was not run fails.',
    expected: 'The whole suite passes as it is.',
    belief: 'G2',
    why: 'One file of tests was run of many.',
    whatToDo: 'Run what the claim is about.',
    rule: 'Run what a claim is about before you repeat it.',
  },
  {
    kind: 'error-swallowed',
    sound: false,
    title: 'Caught, logged, and on',
    question: 'The agent catches the error and goes on with an empty list. Would you accept this?',
    task: 'The page crashes when the stock service is down.',
    reply: 'I catch the error and show an empty list, so the page no longer crashes.',
    path: 'src/stock.ts',
    change: ['-return fetchStock();', '+try {', '+  return await fetchStock();', '+} catch (error) {', '+  log(error);', '+  return [];', '+}'],
    concepts: ['failing loudly', 'data integrity'],
    activities: ['E3', 'E4'],
    happened: 'Articles that are in stock are shown as sold out.',
    expected: 'With the error caught the case is handled.',
    belief: 'R1',
    why: 'Nothing and unknown became the same.',
    whatToDo: 'Tell the reader that stock is unknown, and let the caller decide.',
    rule: 'Catch only what you can put right; otherwise let it be seen.',
  },
  {
    kind: 'test-weakened',
    sound: false,
    title: 'The expectation moved to the result',
    question: 'The test is green after its expectation was changed. Would you accept this?',
    task: 'The discount test fails since the refactoring.',
    reply: 'The expected value was outdated. I updated the test, it passes now.',
    path: 'tests/discount.test.ts',
    change: ['-expect(total).toBe(90);', '+expect(total).toBe(99);'],
    concepts: ['test as requirement'],
    activities: ['E5', 'E4'],
    happened: 'The discount is really lost: the old expectation was right.',
    expected: 'The new expectation is what the shop wants.',
    belief: 'T4',
    why: 'The test was the requirement.',
    whatToDo: 'Find out who asked for ten per cent before changing it.',
    rule: 'A failing test is asked why before it is changed.',
  },
  {
    kind: 'security',
    sound: false,
    title: 'Signed in, so allowed',
    question: 'The route checks that somebody is signed in. Would you ship it?',
    task: 'Add a route to download an invoice.',
    reply: 'The route requires a session, so it is safe.',
    path: 'src/routes/invoice.ts',
    change: ["+app.get('/invoices/:id', signedIn, async (request) => {", '+  return readInvoice(request.params.id);', '+});'],
    concepts: ['object authorisation'],
    activities: ['E7', 'E3'],
    happened: 'One customer can read the invoice of another by its number.',
    expected: 'Only the customer of an invoice can read it.',
    belief: 'S2',
    why: 'Who somebody is does not say what is theirs.',
    whatToDo: 'Ask for the invoice of this customer, not for the invoice.',
    rule: 'Check whose it is, not only who asks.',
  },
  {
    kind: 'false-assumption',
    sound: false,
    title: 'Rename in one release',
    question: 'The migration renames a column that the running version reads. Would you run it?',
    task: 'Call the column customer_id everywhere.',
    reply: 'I renamed the column and all uses in one change.',
    path: 'migrations/014.sql',
    change: ['+alter table orders rename column client to customer_id;'],
    concepts: ['expand and contract'],
    activities: ['E8', 'E10'],
    happened: 'The version that is still running fails until it is replaced.',
    expected: 'Since all uses are renamed, nothing notices.',
    belief: 'D1',
    why: 'For some minutes old code meets the new table.',
    whatToDo: 'Add, write both, move readers, then drop.',
    rule: 'Old code is alive while a migration runs.',
  },
  {
    kind: 'good-practice',
    sound: true,
    title: 'Reproduced before it was mended',
    question: 'The agent first writes a test that fails, then the mend. Would you accept this?',
    task: 'An empty basket shows a total of NaN.',
    reply: 'I wrote a test for the empty basket, saw it fail, and start the sum at zero.',
    path: 'src/basket.ts',
    change: ['-return prices.reduce((sum, price) => sum + price);', '+return prices.reduce((sum, price) => sum + price, 0);'],
    concepts: ['reproduction'],
    activities: ['E5', 'E6'],
    happened: 'Nothing more is heard of it.',
    expected: 'The mend has to be taken back.',
    belief: null,
    why: 'The test failed before and passes after.',
    whatToDo: 'Do it again.',
    rule: 'See it fail before you mend it.',
  },
  {
    kind: 'good-practice',
    sound: true,
    title: 'Stopped, and asked',
    question: 'The agent stops and asks before deleting. Would you let it go on like this?',
    task: 'Clean up the old exports.',
    reply: 'There are 212 files. Some are linked from the archive page. I list them before I delete anything: shall I keep those?',
    path: 'scripts/clean.ts',
    change: ['+const linked = await listLinked();', '+print(files.filter((file) => !linked.has(file)));'],
    concepts: ['irreversibility'],
    activities: ['E2', 'E10'],
    happened: 'Nothing that was needed is gone.',
    expected: 'A linked file is missing afterwards.',
    belief: null,
    why: 'What cannot be undone was shown first.',
    whatToDo: 'Do it again.',
    rule: 'Show what will be gone before it is.',
  },
  {
    kind: 'good-practice',
    sound: true,
    title: 'Limits before work',
    question: 'The agent repeats goal, limits and what shows that it is done. Would you let it begin?',
    task: 'Let people filter orders by date. Nothing else changes.',
    reply: 'Goal: filter by date. Limits: no change of the list itself. Done when the three dated cases in the test pass.',
    path: 'src/orders.ts',
    change: ['+export const isBetween = (at: Date, from: Date, to: Date): boolean => at >= from && at < to;'],
    concepts: ['framing'],
    activities: ['E1', 'E9'],
    happened: 'The change is as small as it was said to be.',
    expected: 'Files outside the limits are changed.',
    belief: null,
    why: 'What was out of scope was said before.',
    whatToDo: 'Do it again.',
    rule: 'Say what must not change before the work begins.',
  },
];
