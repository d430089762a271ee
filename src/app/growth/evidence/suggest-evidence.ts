import { existsSync } from 'node:fs';
import type { Journal } from '../../../journal/open-journal.ts';
import { ACTIVITY_BY_KIND, type EvidenceKind } from '../../../model/evidence-kinds.ts';
import { toEvidenceId } from '../../../model/linked-evidence.ts';
import type { EvidenceCandidate } from '../../../model/api/evidence.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { findRepository, type Repository } from '../../../sources/git/find-repository.ts';
import { runGit } from '../../../sources/git/run-git.ts';
import { nameRepository } from './link-evidence.ts';

/** Where the usual tools keep migrations. */
const IS_MIGRATION =
  /(?:^|\/)(?:migrations?|migrate|alembic\/versions|flyway|liquibase|changelogs?)\/(?:.+\/)?[^/]+\.(?:sql|[cm]?[jt]s|py|rb|go|php|cs|java|kt|ex|exs|xml|ya?ml|prisma)$/i;
const MAX_REPOSITORIES = 30;
const MAX_OF_KIND = 20;
const MAX_COMMITS = 2_000;

export interface SuggestedEvidence extends EvidenceCandidate {
  readonly root: string;
}

/** Migrations I added and tags I made, by git's own account, in repositories I had sessions in; the latest first. What is linked is left out. */
export async function suggestEvidence(journal: Journal): Promise<Result<SuggestedEvidence[], Problem>> {
  const read = journal.attempt(() => ({
    folders: [...new Set(journal.origins.listSessions().flatMap(({ cwd }) => cwd ?? []))],
    linked: new Set(journal.linkedEvidence.list().map(({ id }) => id)),
  }));
  if (!read.ok) return read;
  const found: SuggestedEvidence[] = [];
  for (const repository of await findRepositories(read.value.folders)) found.push(...(await suggestOf(repository)));
  const left = found.filter((one) => !read.value.linked.has(toEvidenceId(one)));
  return ok(left.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')));
}

async function findRepositories(folders: readonly string[]): Promise<Repository[]> {
  const byRoot = new Map<string, Repository>();
  for (const folder of folders) {
    if (byRoot.size >= MAX_REPOSITORIES) break;
    const found = existsSync(folder) ? await findRepository(folder) : null;
    if (found?.ok) byRoot.set(found.value.root, found.value);
  }
  return [...byRoot.values()];
}

async function suggestOf(repository: Repository): Promise<SuggestedEvidence[]> {
  const { root } = repository;
  const email = await runGit(root, ['config', 'user.email']);
  const me = email.ok ? email.value.trim() : '';
  // Without a name in git nobody can be told apart.
  if (me === '' || repository.head === null) return [];
  const toCandidate = (kind: EvidenceKind, { ref, at }: { ref: string; at: string | null }): SuggestedEvidence => ({
    activity: ACTIVITY_BY_KIND[kind],
    kind,
    repository: nameRepository(repository),
    root,
    ref,
    at,
  });
  const [migrations, tags] = await Promise.all([listOwnMigrations(root, me), listOwnTags(root, me)]);
  return [...migrations.map((one) => toCandidate('migration', one)), ...tags.map((one) => toCandidate('tag', one))];
}

async function listOwnMigrations(root: string, me: string): Promise<{ ref: string; at: string }[]> {
  const added = await runGit(root, [
    'log',
    '--no-merges',
    '--no-renames',
    '--fixed-strings',
    `--author=<${me}>`,
    '--diff-filter=A',
    `--max-count=${MAX_COMMITS}`,
    '-z',
    '--name-only',
    '--format=%x1e%at%x1f',
    'HEAD',
  ]);
  const there = await runGit(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD']);
  if (!added.ok || !there.ok) return [];
  const paths = new Set(there.value.split('\0'));
  return added.value
    .split('\u001e')
    .slice(1)
    .flatMap((entry) => {
      const [seconds = '', names = ''] = entry.split('\u001f');
      const at = new Date(Number(seconds) * 1000).toISOString();
      return names.split('\0').flatMap((name) => {
        const ref = name.replace(/^\n/, '');
        return IS_MIGRATION.test(ref) && paths.has(ref) ? [{ ref, at }] : [];
      });
    })
    .slice(0, MAX_OF_KIND);
}

async function listOwnTags(root: string, me: string): Promise<{ ref: string; at: string | null }[]> {
  const format = '%(refname:strip=2)%00%(taggeremail:trim)%00%(authoremail:trim)%00%(creatordate:unix)';
  const printed = await runGit(root, ['for-each-ref', '--sort=-creatordate', `--format=${format}`, 'refs/tags']);
  if (!printed.ok) return [];
  return printed.value
    .split('\n')
    .flatMap((line) => {
      const [ref = '', tagger = '', author = '', seconds = ''] = line.split('\0');
      // A tag without a message is by whoever made its commit.
      const by = tagger || author;
      return ref !== '' && by === me ? [{ ref, at: seconds === '' ? null : new Date(Number(seconds) * 1000).toISOString() }] : [];
    })
    .slice(0, MAX_OF_KIND);
}
