import type { ShareChoices, SharePreview, ShareWithheld } from '../../model/api/share.ts';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Pair } from '../../model/team/pair.ts';
import { shareCaseRequestSchema, type ShareCaseRequest, type SharedTree } from '../../model/team/shared-case.ts';
import { hashBytes } from '../../probes/tree/pack-tree.ts';
import { createPlaceCover } from '../../redaction/hide-places.ts';
import { createRedactor } from '../../redaction/redact-text.ts';
import type { ShareContent } from '../../journal/shared-cases-table.ts';
import type { App } from '../app.ts';
import { frameCase } from '../frame-case.ts';
import { frameOutcome } from '../frame-outcome.ts';
import { noSuchMoment } from '../show-moment.ts';
import { aliasCase } from './alias-case.ts';
import { readTrees, toShareTree, toSharedTree, toSource, type ReadTree } from './build-trees.ts';
import { keepPreview } from './keep-preview.ts';
import { findReaders, NOBODY } from './find-readers.ts';
import { countByKind, listRedactions } from './list-redactions.ts';
import { redactBoth } from './redact-both.ts';
import type { TeamPort } from './team-port.ts';
import { redactTree, type RedactedTree } from './tree/redact-tree.ts';

export interface CasePreview {
  readonly view: SharePreview;
  /** For an owner who opens it on purpose: it says how it ended. */
  readonly withheld: ShareWithheld;
  /** Exactly what sharing sends. */
  readonly bytes: Buffer;
}

type Deps = Pick<App, 'journal' | 'clock' | 'environment'>;

const NOBODY_THERE: Pair = { id: NOBODY, name: '', people: [], createdAt: '' };

/** Builds what would leave this machine if the moment were shared now, and keeps it until it is sent. Sends nothing. */
export async function previewCase(app: Deps, team: TeamPort | null, id: MomentId, choices: ShareChoices): Promise<Result<CasePreview, Problem>> {
  const { journal, environment } = app;
  const framed = journal.attempt(() => {
    const [record, shown, outcome] = [journal.moments.get(id), frameCase(journal, id), frameOutcome(journal, id)];
    const stored = record && journal.sessions.get(record.moment.session);
    const session = stored && journal.sessions.getDetail(stored.id)?.session;
    return record && shown && outcome && stored && session ? { moment: record.moment, shown, outcome, session, derivation: stored.derivation } : null;
  });
  if (!framed.ok) return framed;
  if (!framed.value) return failed(noSuchMoment(id));
  const { moment, shown, outcome, session, derivation } = framed.value;
  const to = await findReaders(team, choices.pair);
  const read = await readTrees(app, { moment, derivation, session, framed: shown, choices });
  if (!read.ok) return read;
  const { tree, fix, noTree } = read.value;
  const roots = [...(tree?.place.roots ?? []), ...(session.cwd === undefined ? [] : [session.cwd])];
  const cover = createPlaceCover({ roots, home: environment.userHome });
  const redactor = await createRedactor({ keep: new Set(choices.keep), add: choices.redact });
  const redact = async (one: ReadTree | null): Promise<RedactedTree | null> => (one ? redactTree(one.files, redactor) : null);
  const redacted = await redactBoth({ case: shown, outcome }, cover, redactor, async () => ({ tree: await redact(tree), fix: await redact(fix) }));
  if (!redacted.ok) return redacted;
  const parts = redacted.value;
  const [sharedTree, sharedFix] = [pack(tree, parts.tree), pack(fix, parts.fix)];
  if (!sharedTree.ok) return sharedTree;
  if (!sharedFix.ok) return sharedFix;
  const request = shareCaseRequestSchema.safeParse({
    version: 1,
    kind: 'moment',
    pair: to.pair?.id ?? NOBODY,
    case: aliasCase(journal, parts.case),
    tree: sharedTree.value,
    withheld: { outcome: parts.outcome, fix: sharedFix.value },
  } satisfies ShareCaseRequest);
  if (!request.success)
    return failed(
      problem('wrong-usage', request.error.issues[0]?.message ?? 'This case cannot be shared.', {
        next: 'Share it without its code, or choose another moment.',
      }),
    );
  const bytes = Buffer.from(JSON.stringify(request.data));
  const digest = hashBytes(bytes);
  const redactions = listRedactions(parts, redactor.listNamed());
  const view: SharePreview = {
    moment: id,
    digest,
    bytes: bytes.length,
    sizes: toSizes(request.data),
    to: team && to.pair ? { host: team.host, pair: to.pair } : null,
    pairs: [...to.pairs],
    hindrance: to.hindrance,
    case: request.data.case,
    tree: tree && parts.tree ? toShareTree(tree, parts.tree) : null,
    noTree,
    redactions,
    keep: choices.keep,
    redact: choices.redact,
    shared: journal.sharedCases
      .list()
      .flatMap(({ content, caseId, digest: sent, beganAt }) => (content?.moment === id ? [{ id: caseId, digest: sent, at: beganAt }] : [])),
  };
  const content = {
    moment: id,
    tree: toKeptTree(tree, parts.tree),
    fix: toKeptTree(fix, parts.fix),
    redactions: countByKind(redactions),
    kept: choices.keep.length,
    added: choices.redact.length,
  };
  const kept = keepPreview(app, digest, bytes, { bytes: bytes.length, host: team?.host ?? '', pair: to.pair ?? NOBODY_THERE, content });
  if (!kept.ok) return kept;
  return ok({ view, withheld: { outcome: parts.outcome, fix: fix && parts.fix ? toShareTree(fix, parts.fix) : null }, bytes });
}

const pack = (one: ReadTree | null, done: RedactedTree | null): Result<SharedTree | null, Problem> => (one && done ? toSharedTree(one, done) : ok(null));

const toKeptTree = (one: ReadTree | null, done: RedactedTree | null): ShareContent['tree'] =>
  one && done ? { hash: done.packed.hash, source: toSource(one) } : null;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function toSizes({ case: shown, tree, withheld }: ShareCaseRequest): SharePreview['sizes'] {
  return { case: sizeOf(shown), tree: tree ? sizeOf(tree) : 0, withheld: sizeOf(withheld) };
}
