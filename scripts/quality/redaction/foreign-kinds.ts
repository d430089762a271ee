/** Kinds written by someone who had read `secret-kind.ts` and nothing of `src/redaction`: their figure is the one to believe. */
import { AI_VENDOR_TOKENS } from './foreign-kinds/ai-vendor-tokens.ts';
import { CLOUD_CREDENTIALS } from './foreign-kinds/cloud-credentials.ts';
import { CONFIG_FILES } from './foreign-kinds/config-files.ts';
import { CONNECTION_ADDRESSES } from './foreign-kinds/connection-addresses.ts';
import { FORGE_TOKENS } from './foreign-kinds/forge-tokens.ts';
import { HTTP_TRAFFIC } from './foreign-kinds/http-traffic.ts';
import { INFRASTRUCTURE_OUTPUT } from './foreign-kinds/infrastructure-output.ts';
import { PRIVATE_KEYS } from './foreign-kinds/private-keys.ts';
import { PROSE } from './foreign-kinds/prose.ts';
import { SERVICE_TOKENS } from './foreign-kinds/service-tokens.ts';
import { SHELL_COMMANDS } from './foreign-kinds/shell-commands.ts';
import { SOURCE_CODE } from './foreign-kinds/source-code.ts';
import { SPLIT_AND_ENCODED } from './foreign-kinds/split-and-encoded.ts';
import type { SecretKind } from './secret-kind.ts';

export const FOREIGN_KINDS: readonly SecretKind[] = [
  ...AI_VENDOR_TOKENS,
  ...FORGE_TOKENS,
  ...CLOUD_CREDENTIALS,
  ...SERVICE_TOKENS,
  ...CONNECTION_ADDRESSES,
  ...CONFIG_FILES,
  ...SHELL_COMMANDS,
  ...HTTP_TRAFFIC,
  ...PRIVATE_KEYS,
  ...INFRASTRUCTURE_OUTPUT,
  ...SOURCE_CODE,
  ...PROSE,
  ...SPLIT_AND_ENCODED,
];
