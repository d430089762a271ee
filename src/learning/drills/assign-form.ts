import { createHash } from 'node:crypto';
import { DRILL_FORMS, type DrillForm } from '../../model/drill.ts';

/** Of eight parts one goes to each of the four forms, and four to practice. */
const PARTS = 8;

/** The form a drill belongs to for ever, from the identity of its ground alone. */
export function assignForm(ground: string): DrillForm {
  const part = createHash('sha256').update(`form\n${ground}`).digest().readUInt32BE(0) % PARTS;
  return DRILL_FORMS[part] ?? 'practice';
}
