import type { SharedCase } from '../../../model/api/team/cases.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import type { SharedTree, ShareRequest } from '../../../model/team/shared-case.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { findCaseByDigest, insertCase, listConcerned, readCase, type WithheldPart } from '../../../store/cases.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { toAbout, toCaseKey, type CasePart } from './case-bodies.ts';

/**
 * Takes in a case that I share with one of my pairs; `digest` is the SHA-256 of the request's bytes, so that the same request
 * again is the same case. Everything in it is encrypted with a key of its own before it reaches the database.
 */
export function receiveCase({ store, keys, clock }: SharedApp, actor: Actor, request: ShareRequest, digest: string): Promise<Result<SharedCase, Problem>> {
  return store.as(actor, async (tx) => {
    const before = await findCaseByDigest(tx, digest);
    const known = before ? await readCase(tx, before) : null;
    if (known) return ok({ id: known.id, digest, at: known.createdAt });
    const id = makeId<CaseId>('c');
    const at = clock().toISOString();
    const bodies: Partial<Record<CasePart, Buffer>> = {};
    for (const [part, plain] of listParts(request)) {
      if (plain === null) continue;
      const body = await keys.encrypt(toCaseKey(id), toAbout(id, part), plain);
      if (!body.ok) return body;
      bodies[part] = body.value;
    }
    if (!bodies.content) return failed(problem('bad-input', 'There is no case in this request.'));
    const withheld: Partial<Record<WithheldPart, Buffer>> = {};
    for (const part of ['outcome', 'fix'] as const) if (bodies[part]) withheld[part] = bodies[part];
    await insertCase(tx, {
      id,
      pair: request.pair,
      kind: request.kind,
      digest,
      content: bodies.content,
      treeHash: request.kind === 'moment' ? (request.tree?.hash ?? null) : null,
      tree: bodies.tree ?? null,
      withheld,
      at,
    });
    tx.tell(await listConcerned(tx, id), 'changed', { case: id });
    return ok({ id, digest, at });
  });
}

function listParts(request: ShareRequest): readonly (readonly [CasePart, Buffer | null])[] {
  switch (request.kind) {
    case 'moment':
      return [
        ['content', toJson({ case: request.case, tree: request.tree && toTreeNote(request.tree) })],
        ['tree', request.tree && toArchive(request.tree)],
        ['outcome', toJson(request.withheld.outcome)],
        ['fix', request.withheld.fix && toArchive(request.withheld.fix)],
      ];
    case 'comparison':
      return [
        ['content', toJson({ comparison: request.comparison })],
        ['outcome', toJson(request.withheld.truth)],
      ];
    case 'deconstruction':
      return [
        ['content', toJson({ deconstruction: request.deconstruction })],
        ['outcome', toJson(request.withheld.truth)],
      ];
  }
}

const toJson = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const toTreeNote = ({ hash, files, isPart, holdsChange }: SharedTree) => ({ hash, files, isPart, holdsChange });

/** The archive travels compressed in base64, and lies here as it travelled, without the base64. */
function toArchive({ archive }: SharedTree): Buffer {
  return Buffer.from(archive, 'base64');
}
