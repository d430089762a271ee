import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { createOfflineDocuments } from './offline-documents.ts';

export type ProofVerdict = { readonly verdict: 'holds' } | { readonly verdict: 'fails' | 'not checked'; readonly why: string };

/** Whether every statement of a credential is as its issuer signed it. Dates and reversal are looked at elsewhere. */
export async function checkProof(credential: object): Promise<ProofVerdict> {
  const documents = createOfflineDocuments();
  const suite = new DataIntegrityProof({ cryptosuite });
  const { verified, error } = await verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader: documents.load,
    // Within its dates, so that an expired credential that was altered as well does not pass for merely expired.
    now: toDateWithin(credential),
    checkStatus: async () => ({ verified: true }),
  });
  if (verified) return { verdict: 'holds' };
  const [refused] = documents.refused;
  if (refused) return { verdict: 'not checked', why: `${refused} does not come with Rounds, and nothing is fetched.` };
  return { verdict: 'fails', why: (error?.errors?.[0] ?? error)?.message ?? 'The library gave no reason.' };
}

function toDateWithin(credential: object): Date {
  const { validFrom } = credential as { readonly validFrom?: unknown };
  const date = new Date(typeof validFrom === 'string' ? validFrom : Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}
