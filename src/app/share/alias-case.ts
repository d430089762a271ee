import { createHmac, randomBytes } from 'node:crypto';
import type { Journal } from '../../journal/open-journal.ts';
import type { Case } from '../../model/case.ts';

const SETTING = 'share-aliases';

/**
 * A moment's id is made of its rule and of ids that stand in the case: who has the case could try every rule. Outside, moments and
 * sessions have names made with a key that stays here; the same one has the same name each time.
 */
export function aliasCase(journal: Journal, framed: Case): Case {
  const key = loadKey(journal);
  const alias = (id: string): string => `${id.slice(0, 2)}${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`;
  return { ...framed, moment: alias(framed.moment) as Case['moment'], session: alias(framed.session) as Case['session'] };
}

function loadKey(journal: Journal): Buffer {
  const known = journal.settings.get(SETTING);
  if (typeof known === 'string') return Buffer.from(known, 'hex');
  const key = randomBytes(32);
  journal.settings.set(SETTING, key.toString('hex'));
  return key;
}
