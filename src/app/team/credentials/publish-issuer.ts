import { toDidDocument } from '../../../credentials/badge/offline-documents.ts';
import { frameStatusList } from '../../../credentials/badge/status-list.ts';
import type { PublishedIssuer } from '../../../model/api/team/credentials.ts';
import { BADGE_CONTEXT, VC_CONTEXT } from '../../../model/credential.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { listReversedPlaces } from '../../../store/credentials.ts';
import type { TeamApp } from '../team-app.ts';
import { findIssuer, toListUrl } from './find-issuer.ts';

type PublishApp = Pick<TeamApp, 'store' | 'clock' | 'accounts' | 'issuers' | 'publicUrl'>;

/** Whose key signs an organisation's credentials, for everybody. */
export async function publishIssuer(app: PublishApp, organisation: string): Promise<Result<PublishedIssuer, Problem>> {
  const issuer = await findIssuer(app, organisation);
  if (!issuer.ok) return issuer;
  const { key, name, url } = issuer.value;
  const didDocument = toDidDocument(key.id.slice('did:key:'.length));
  return ok({ '@context': [VC_CONTEXT, BADGE_CONTEXT], id: key.id, type: ['Profile'], name, url, didDocument });
}

type ReversedList = (organisation: string) => Promise<Result<object, Problem>>;

/** Anybody may ask, so that a list is signed once a minute at most, however often it is asked for. */
const KEEP_MS = 60_000;

/** The list of reversals of an organisation, signed, for everybody. It names nobody. */
export function createReversedList(app: PublishApp): ReversedList {
  const signedByOrganisation = new Map<string, { readonly at: number; readonly list: Promise<Result<object, Problem>> }>();
  return (organisation) => {
    const now = app.clock().getTime();
    const kept = signedByOrganisation.get(organisation);
    if (kept && now - kept.at < KEEP_MS) return kept.list;
    const list = signList(app, organisation);
    signedByOrganisation.set(organisation, { at: now, list });
    // What failed is tried again, and names that somebody made up are not kept.
    const forget = (): void => void (signedByOrganisation.get(organisation)?.list === list && signedByOrganisation.delete(organisation));
    list.then((signed) => signed.ok || forget(), forget);
    return list;
  };
}

async function signList(app: PublishApp, organisation: string): Promise<Result<object, Problem>> {
  const issuer = await findIssuer(app, organisation);
  if (!issuer.ok) return issuer;
  const { key } = issuer.value;
  const reversed = await app.store.as({ organisation, person: '' }, async (tx) => ok(await listReversedPlaces(tx)));
  if (!reversed.ok) return reversed;
  const now = app.clock();
  return ok(await key.sign(frameStatusList({ url: toListUrl(app.publicUrl, organisation), issuer: key.id, reversed: reversed.value, now }), now));
}
