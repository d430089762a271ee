import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Elsewhere {
  readonly initSync: (of: { readonly module: Uint8Array }) => void;
  readonly verifyCredential: (credential: string, options: string, contexts: string) => Promise<string>;
}

/**
 * The SSI library in Rust (JSON-LD, canonicalization and Ed25519 of its own, contexts of its own), as LearnCard builds it to
 * WebAssembly: it shares no code with what signs. Its JavaScript wrapper is not used, and what that would need is not installed.
 */
const wasm = createRequire(import.meta.url).resolve('@learncard/didkit-plugin/dist/didkit/didkit_wasm_bg.wasm');
const elsewhere = (await import(pathToFileURL(join(dirname(wasm), 'didkit_wasm.js')).href)) as Elsewhere;
elsewhere.initSync({ module: readFileSync(wasm) });

/** What the other library has against the proof; nothing means that it holds. It looks at no date and fetches nothing. */
export async function verifyElsewhere(credential: object): Promise<readonly string[]> {
  try {
    const { checks, errors } = JSON.parse(await elsewhere.verifyCredential(JSON.stringify(credential), '{}', '{}')) as { checks: string[]; errors: string[] };
    return errors.length === 0 && !checks.includes('proof') ? ['It checked no proof.'] : errors;
  } catch (error) {
    // It throws where it cannot even read a credential.
    return [String(error)];
  }
}
