/** What would leave the machine, byte for byte. A real repository, a real journal. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewCase, type CasePreview } from '../../../src/app/share/preview-case.ts';
import { shareChoicesSchema, type ShareChoices } from '../../../src/model/api/share.ts';
import type { ShareCaseRequest, SharedTree } from '../../../src/model/team/shared-case.ts';
import { readArchive } from '../../../src/probes/tree/read-archive.ts';
import { unpackTree } from '../../../src/probes/tree/unpack-tree.ts';
import { LATER, MAIL, makeShop, SECRETS, STEPS, WISHED, type Shop } from './make-shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await makeShop();
});
afterAll(() => shop.remove());

async function preview(choices: Partial<ShareChoices> = {}): Promise<CasePreview> {
  const built = await previewCase(shop.app, null, shop.moment.id, shareChoicesSchema.parse(choices));
  if (!built.ok) throw new Error(`${built.problem.what} ${built.problem.why}`);
  return built.value;
}
const toRequest = ({ bytes }: CasePreview): ShareCaseRequest => JSON.parse(bytes.toString()) as ShareCaseRequest;

function toFiles(tree: SharedTree | null): Map<string, string> {
  if (!tree) throw new Error('There is no tree.');
  const read = readArchive(Buffer.from(tree.archive, 'base64'), tree.hash);
  if (!read.ok) throw new Error(read.problem.why);
  return new Map(read.value.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]));
}

/** Everything that could be read out of the bytes: as they are, and unpacked. */
function toReadable(built: CasePreview): string {
  const { tree, withheld } = toRequest(built);
  const files = [tree, withheld.fix].flatMap((one) => (one ? [...toFiles(one)].flat() : []));
  return [built.bytes.toString(), JSON.stringify(built.view), JSON.stringify(built.withheld), ...files].join('\n');
}

describe('what would leave', () => {
  test('holds no secret that stands in the session, the outcome, the tree, or a path of it', async () => {
    const built = await preview();
    const readable = toReadable(built);
    // Nor a piece of one: the session's title is cut in the middle of the first.
    expect(shop.app.journal.sessions.list({ limit: 1 })[0]?.opening).toMatch(/ghp_a8Kd\w+…$/);
    for (const [name, secret] of Object.entries(SECRETS))
      for (const piece of [secret.slice(0, 10), secret.slice(-10)]) expect(readable.includes(piece), name).toBe(false);
    expect(readable).not.toContain(MAIL);
    expect(readable).not.toMatch(/\/home\/maria|acme/);
    expect(readable).not.toContain(shop.repository);
    expect(built.view.redactions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['github-token', 'email', 'password']));
    expect(built.view.redactions.flatMap(({ places }) => places.map(({ part }) => part))).toEqual(expect.arrayContaining(['case', 'tree', 'withheld']));
  });

  test('says before the reveal nothing of what came later, nor what it was found for', async () => {
    const built = await preview();
    const { withheld, ...seen } = toRequest(built);
    const texts = [JSON.stringify(seen), ...toFiles(seen.tree).values(), JSON.stringify(built.view)];
    const { moment } = shop;
    const lines = readFileSync(join(shop.home, '..', 'sessions', 'shop.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .slice(moment.shownUntil);
    expect(lines.length).toBeGreaterThan(0);
    const later = lines.flatMap((line) =>
      [...JSON.stringify(JSON.parse(line)).matchAll(/"(?:text|content|uuid|id)":"([^"]{12,})"/g)].map(([, text]) => text ?? ''),
    );
    expect(later.some((text) => text.includes(LATER))).toBe(true);
    for (const text of [...later, LATER, moment.rule, moment.kind, moment.title])
      expect(
        texts.some((one) => one.includes(text)),
        text,
      ).toBe(false);
    // Made of the rule and of ids that are shown: whoever has it could try every rule.
    for (const id of [moment.id, moment.session]) expect(built.bytes.includes(id)).toBe(false);
    expect(JSON.stringify(withheld)).toContain(moment.rule);
    expect(seen.case.shown.every(({ line }) => line <= moment.shownUntil)).toBe(true);
  });

  test('says nothing in what is seen, and nothing in its owner’s view, of a fix', async () => {
    const [withFix, without] = [await preview(), await preview({ fix: 'none' })];
    expect(toRequest(withFix).withheld.fix).toBeNull();
    const chosen = await preview({ fix: 'main' });
    expect(toFiles(toRequest(chosen).withheld.fix).get('src/total.ts')).toContain("throw new Error('empty')");
    const { withheld: _, ...seen } = toRequest(chosen);
    const { withheld: __, ...unseen } = toRequest(without);
    expect(JSON.stringify(seen)).toBe(JSON.stringify(unseen));
    expect(Object.keys(chosen.view)).toEqual(Object.keys(without.view));
    expect(JSON.stringify(chosen.view.tree)).toBe(JSON.stringify(without.view.tree));
  });

  test('is the same when nothing changed: same bytes, same digest, same tree', async () => {
    const [one, other] = [await preview(), await preview()];
    expect(other.bytes.equals(one.bytes)).toBe(true);
    expect(other.view).toEqual(one.view);
    expect(one.view.bytes).toBe(one.bytes.length);
  });
});

describe('the tree', () => {
  test('is the code at the decision: the last commit before it with the edits of the session since, not the commit after', async () => {
    const built = await preview();
    const files = toFiles(toRequest(built).tree);
    expect(files.get('src/total.ts')).toContain(WISHED);
    expect(files.get('src/total.ts')).not.toContain('throw new Error');
    expect(built.view.tree).toMatchObject({ commit: shop.git('rev-list', '--max-parents=0', 'HEAD'), holdsChange: true, warnings: [] });
    expect(built.view.tree?.why).toContain('the last commit before the decision, with the edit of the session since then');
  });

  test('is never a commit that the session made after the decision, whatever its date says', async () => {
    const other = await makeShop({ steps: [...STEPS, { run: 'git commit -qam Mend', prints: '' }] });
    try {
      const env = { ...process.env, GIT_COMMITTER_DATE: '2026-03-01T09:00:00Z', GIT_CONFIG_GLOBAL: '/dev/null' };
      const who = ['-c', 'user.name=Maria', '-c', 'user.email=maria@example.org'];
      execFileSync('git', [...who, 'commit', '-q', '--amend', '--no-edit'], { cwd: other.repository, env });
      const built = await previewCase(other.app, null, other.moment.id, shareChoicesSchema.parse({}));
      expect(built.ok && built.value.view.tree?.commit).toBe(other.git('rev-list', '--max-parents=0', 'HEAD'));
    } finally {
      await other.remove();
    }
  });

  test('leaves out what is not code, and says so', async () => {
    const built = await preview();
    const whys = Object.fromEntries(built.view.tree?.leftOut.map(({ path, why }) => [path, why]) ?? []);
    expect(whys).toMatchObject({ '.env': 'secrets', 'dist/old.js': 'ignored', 'logo.png': 'binary', link: 'link', 'big.dat': 'large-file-pointer' });
    expect(Object.values(whys)).toContain('secret-name');
    expect(toFiles(toRequest(built).tree).get('config/deploy.yml')).toMatch(/^api_token: \[secret:[a-z-]+-\d\]\npassword: "?\[secret:[a-z-]+-\d\]"?\n$/);
  });

  test('can be chosen: a commit, paths, only what the case touches, or none', async () => {
    const mended = await preview({ commit: 'main' });
    expect(mended.view.tree).toMatchObject({ holdsChange: false, commit: shop.git('rev-parse', 'main') });
    expect([...toFiles(toRequest(await preview({ paths: ['src'] })).tree).keys()]).toEqual(['src/mail.ts', 'src/total.ts']);
    const touched = await preview({ tree: 'touched' });
    expect([...toFiles(toRequest(touched).tree).keys()]).toEqual(['.gitignore', 'config/deploy.yml', 'package.json', 'src/total.ts', 'test/total.test.ts']);
    expect(toRequest(touched).tree?.isPart).toBe(true);
    expect((await preview({ tree: 'none' })).view).toMatchObject({ tree: null, noTree: 'You chose to share it without its code.' });
    const wrong = await previewCase(shop.app, null, shop.moment.id, shareChoicesSchema.parse({ commit: 'no-such-branch' }));
    expect(wrong).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
  });

  test('is unpacked where the repository is gone', async () => {
    const { tree } = toRequest(await preview());
    const unpacked = unpackTree(Buffer.from(tree?.archive ?? '', 'base64'), tree?.hash ?? '');
    if (!unpacked.ok) throw new Error(unpacked.problem.why);
    expect(readFileSync(join(unpacked.value.folder, 'src/total.ts'), 'utf8')).toContain(WISHED);
    unpacked.value.remove();
  });
});

test('its owner takes a redaction back and adds one, in the case and in the tree alike', async () => {
  const first = await preview();
  const mail = first.view.redactions.find(({ kind }) => kind === 'email');
  expect(mail?.places).toEqual(expect.arrayContaining([expect.objectContaining({ part: 'tree', at: 'src/mail.ts', line: 1 })]));
  const adjusted = await preview({ keep: [mail?.id ?? ''], redact: ['basket'] });
  expect(toFiles(toRequest(adjusted).tree).get('src/mail.ts')).toContain(MAIL);
  expect(JSON.stringify(toRequest(adjusted).case)).toContain(MAIL);
  expect(toReadable(adjusted).replaceAll(JSON.stringify(adjusted.view.redact), '')).not.toContain('basket');
  expect(adjusted.view.digest).not.toBe(first.view.digest);
  for (const secret of Object.values(SECRETS)) expect(toReadable(adjusted)).not.toContain(secret);
});
