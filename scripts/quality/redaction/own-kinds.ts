/** Kinds written by the author of the rules: they show that the rules do what they were written for, no more. */
import { CREDENTIALS } from './own-kinds/credentials.ts';
import { CUT_AND_WRAPPED } from './own-kinds/cut-and-wrapped.ts';
import { SERVICE_TOKENS } from './own-kinds/service-tokens.ts';
import type { SecretKind } from './secret-kind.ts';

export const OWN_KINDS: readonly SecretKind[] = [...SERVICE_TOKENS, ...CREDENTIALS, ...CUT_AND_WRAPPED];
