import type { SignOffId } from '../../../model/team/ids.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { listConcernedBySignOff } from '../../../store/sign-offs.ts';

/** Whose it is, who signs and who is asked: their screens ask again. */
export async function tellOfSignOff(tx: Tx, id: SignOffId): Promise<void> {
  tx.tell(await listConcernedBySignOff(tx, id), 'changed', { signOff: id });
}
