import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { createOfflineDocuments } from './offline-documents.ts';

/** An organisation's key for credentials: who it is to a verifier, and what signs in its name. */
export interface IssuerKey {
  /** A did:key: the public key itself. */
  readonly id: string;
  /** A copy of the credential with a Data Integrity proof (eddsa-rdfc-2022, Ed25519). The same credential and time give the same proof. */
  readonly sign: <T extends object>(credential: T, now: Date) => Promise<T & { readonly proof: readonly object[] }>;
}

/** `seed` is 32 secret bytes; the same seed is the same key. */
export async function createIssuerKey(seed: Uint8Array): Promise<IssuerKey> {
  const pair = await generate({ seed: new Uint8Array(seed) });
  const id = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${id}#${pair.publicKeyMultibase}`;
  pair.controller = id;
  return {
    id,
    async sign<T extends object>(credential: T, now: Date) {
      const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: toSecond(now) });
      const { proof, ...rest } = await issue({ credential: structuredClone(credential), suite, documentLoader: createOfflineDocuments().load, now });
      // As a set of one: the JSON schema of Open Badges takes no other form.
      return { ...(rest as T), proof: [proof] };
    },
  };
}

/** Credentials name whole seconds. */
export const toSecond = (at: Date | string): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
