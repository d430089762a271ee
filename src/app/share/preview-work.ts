/** Work that is no moment, as it would leave this machine: outputs compared, or a change taken apart. */
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { PairId } from '../../model/team/ids.ts';
import type { Pair } from '../../model/team/pair.ts';
import { shareRequestSchema } from '../../model/team/shared-case.ts';
import { hashBytes } from '../../probes/tree/pack-tree.ts';
import type { FieldTable } from '../../redaction/content-fields.ts';
import { createPlaceCover } from '../../redaction/hide-places.ts';
import { mapFields } from '../../redaction/map-fields.ts';
import { redactBySchema } from '../../redaction/redact-session.ts';
import { createRedactor, UnredactableError, type Redactor } from '../../redaction/redact-text.ts';
import type { App } from '../app.ts';
import { findReaders, NOBODY } from './find-readers.ts';
import { keepPreview } from './keep-preview.ts';
import type { TeamPort } from './team-port.ts';

export interface ShareWorkChoices {
  readonly pair?: PairId;
  /** Redactions taken back. */
  readonly keep?: readonly string[];
  /** Texts that go too. */
  readonly redact?: readonly string[];
}

export interface WorkPreview {
  readonly digest: string;
  /** Exactly what sharing sends. */
  readonly bytes: Buffer;
  readonly to: { readonly host: string; readonly pair: Pair } | null;
  /** Why nothing can be sent yet, and what to do. */
  readonly hindrance: string | null;
  readonly redactions: readonly { readonly id: string; readonly mark: string }[];
}

interface Part<T> {
  readonly value: T;
  readonly fields: FieldTable;
}

export interface Work<C, T> {
  /** What it is, for the sharing log. */
  readonly of: string;
  readonly root: string;
  readonly content: Part<C>;
  readonly truth: Part<T>;
  readonly toRequest: (content: C, truth: T, pair: PairId) => unknown;
}

/** Each round finds what the one before learned. */
const MOST_ROUNDS = 4;

/** Redacts both parts with one redactor and keeps the bytes until they are sent. Sends nothing. */
export async function previewWork<C, T>(
  app: Pick<App, 'journal' | 'clock' | 'environment'>,
  team: TeamPort | null,
  { of, root, content, truth, toRequest }: Work<C, T>,
  { pair, keep = [], redact = [] }: ShareWorkChoices,
): Promise<Result<WorkPreview, Problem>> {
  const to = await findReaders(team, pair);
  const redactor = await createRedactor({ keep: new Set(keep), add: redact });
  const cover = createPlaceCover({ roots: [root], home: app.environment.userHome });
  const covered = <V>({ value, fields }: Part<V>): Part<V> => ({ value: mapFields(value, fields, (text, { kind }) => cover(text, kind)), fields });
  const parts = await redactAll(covered(content), covered(truth), redactor);
  if (!parts.ok) return parts;
  const request = shareRequestSchema.safeParse(toRequest(parts.value.content, parts.value.truth, to.pair?.id ?? NOBODY));
  if (!request.success)
    return failed(problem('wrong-usage', request.error.issues[0]?.message ?? 'This cannot be shared.', { next: 'Share a smaller part of it.' }));
  const bytes = Buffer.from(JSON.stringify(request.data));
  const digest = hashBytes(bytes);
  const named = redactor.listNamed().filter(({ mark }) => bytes.includes(mark));
  if (team && to.pair) {
    const about = { moment: null, of, tree: null, fix: null, redactions: {}, kept: keep.length, added: redact.length };
    const kept = keepPreview(app, digest, bytes, { bytes: bytes.length, host: team.host, pair: to.pair, content: about });
    if (!kept.ok) return kept;
  }
  return ok({
    digest,
    bytes,
    to: team && to.pair ? { host: team.host, pair: to.pair } : null,
    hindrance: to.hindrance,
    redactions: named.map(({ id, mark }) => ({ id, mark })),
  });
}

async function redactAll<C, T>(content: Part<C>, truth: Part<T>, redactor: Redactor): Promise<Result<{ content: C; truth: T }, Problem>> {
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { value: shown } = await redactBySchema(content.value, content.fields, redactor);
      const { value: sealed } = await redactBySchema(truth.value, truth.fields, redactor);
      const text = JSON.stringify([shown, sealed]);
      if (!redactor.listKnown().some((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))))
        return ok({ content: shown, truth: sealed });
    }
  } catch (error) {
    if (!(error instanceof UnredactableError)) throw error;
  }
  return failed(problem('not-allowed', 'This cannot be shared: a secret in it cannot be taken out.', { next: 'If it is no secret, keep it with --keep.' }));
}
