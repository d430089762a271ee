import type { Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { plantSecret } from './plant-secret.ts';
import { surroundNamed, surroundToken } from './surround-token.ts';

/** A kind for a token of a public prefix, which may stay, and a drawn rest, which may not. */
export function createTokenKind(name: string, variable: string, prefix: string, drawRest: (random: Random) => string): SecretKind {
  return {
    name,
    plant: (random) => {
      const rest = drawRest(random);
      return plantSecret(rest, surroundToken(random, prefix + rest, variable));
    },
  };
}

/** A kind for a value without a form of its own (hexadecimal, a UUID): only the name beside it tells that it is secret. */
export function createNamedKind(name: string, variables: readonly string[], drawValue: (random: Random) => string): SecretKind {
  return {
    name,
    plant: (random) => {
      const value = drawValue(random);
      return plantSecret(value, surroundNamed(random, value, random.pick(variables)));
    },
  };
}
