import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createPrivately } from '../keys/write-privately.ts';

const passwordsSchema = z.object({ superuser: z.string(), owner: z.string(), app: z.string(), auth: z.string() });

/** Of every role that logs in. `superuser` is only known of the embedded server. */
export type ServerPasswords = z.infer<typeof passwordsSchema>;

const make = (): string => randomBytes(24).toString('base64url');

/** Those in `folder`, made when absent. They open the server, not what is encrypted in it. */
export function keepPasswords(folder: string): ServerPasswords {
  const file = join(folder, 'postgres-passwords.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) createPrivately(file, JSON.stringify({ superuser: make(), owner: make(), app: make(), auth: make() }));
  return passwordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
