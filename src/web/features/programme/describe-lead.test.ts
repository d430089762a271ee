import { expect, it } from 'vitest';
import type { LeadHandOver } from '../../../model/team/cohort.ts';
import { describeLeads, findOfferTo } from './describe-lead.ts';

const person = (id: string) => ({ id: id as never, name: id.toUpperCase() });
const change = (over: Partial<LeadHandOver>): LeadHandOver => ({
  n: 1,
  from: person('lea'),
  to: person('lou'),
  proposedBy: person('lea'),
  state: 'done',
  proposedAt: '2027-02-01T10:00:00.000Z',
  doneAt: '2027-02-02T10:00:00.000Z',
  ...over,
});

it('tells who led it and since when, and offers to nobody but who is asked', () => {
  const leadHandOvers = [change({ n: 2, state: 'proposed', from: person('lou'), to: person('mia'), doneAt: null }), change({})];
  expect(describeLeads({ leadHandOvers })).toEqual([expect.stringMatching(/^LEA handed the cohort over to LOU on .*2027\.$/)]);
  expect(findOfferTo({ leadHandOvers }, 'mia')?.n).toBe(2);
  expect(findOfferTo({ leadHandOvers }, 'lou')).toBeNull();
  expect(findOfferTo({ leadHandOvers: [change({ to: person('mia') })] }, 'mia')).toBeNull();
});
