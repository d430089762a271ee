/** Texts written with their secrets between ⟦ and ⟧, so that each reads as it is met. */
import type { Planting } from '../secret-kind.ts';
import type { Draw } from './draw.ts';

export type Marked = (draw: Draw) => Planting;
export type HarmlessText = (draw: Draw) => string;

export function plant(marked: string): Planting {
  return { texts: [marked.replaceAll(/[⟦⟧]/g, '')], secrets: [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, secret = '']) => secret) };
}

/** Of a look-alike everything must stay; the marks only show the reader which part looks so. */
export const leave = (marked: string): string => marked.replaceAll(/[⟦⟧]/g, '');

export const b64 = (content: string | Buffer): string => Buffer.from(content as string).toString('base64');
export const b64url = (content: string | Buffer): string => Buffer.from(content as string).toString('base64url');
