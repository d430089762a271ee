import type { IssuerKey } from '../../../credentials/badge/sign-credential.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { findOrganisationName } from '../../../store/accounts/organisations-table.ts';
import type { TeamApp } from '../team-app.ts';

/** An organisation as it signs credentials, and where it says that this is its key. */
interface Issuer {
  readonly key: IssuerKey;
  readonly name: string;
  readonly url: string;
}

const toIssuerUrl = (publicUrl: string, organisation: string): string => `${publicUrl}/api/credentials/${organisation}/issuer`;
export const toListUrl = (publicUrl: string, organisation: string): string => `${publicUrl}/api/credentials/${organisation}/reversed`;

/** `not-found` where there is no such organisation: no key is made for a name that somebody made up. */
export async function findIssuer(
  { accounts, issuers, publicUrl }: Pick<TeamApp, 'accounts' | 'issuers' | 'publicUrl'>,
  organisation: string,
): Promise<Result<Issuer, Problem>> {
  const name = await findOrganisationName(accounts, organisation);
  if (name === null) return failed(problem('not-found', 'There is no such organisation here.'));
  const key = await issuers(organisation);
  return key.ok ? ok({ key: key.value, name, url: toIssuerUrl(publicUrl, organisation) }) : key;
}
