/** Every way in which history is written again, on real repositories: each line's origin must be right. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from './workshop.ts';

const NESTS = `import { readBoxes } from './boxes.ts';

/** Boxes that are free for a pair of this kind. */
export function findFreeBoxes(kind, season) {
  const boxes = readBoxes(season);
  const fitting = boxes.filter((box) => box.hole >= kind.width && box.free);
  return fitting.sort((one, other) => one.height - other.height);
}
`;
const FEEDER = `/** Grams of seed a feeder needs until the next visit. */
export function planSeed(feeder, visits) {
  const daily = feeder.guests.reduce((sum, guest) => sum + guest.appetite, 0);
  return Math.ceil(daily * visits.daysUntilNext * 1.15);
}
`;

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
  shop.write('README.md', '# Birdhouse\n\nKeeps nesting boxes and feeders of one garden.\n');
  shop.commit('Begin');
});
afterEach(() => shop.close());

const lines = (text: string): number => text.trimEnd().split('\n').length;
const all = (name: string, text: string): string[] => Array.from({ length: lines(text) }, () => name);

describe('lines are joined to the session that wrote them', () => {
  it('plain: the agent writes, the person commits', async () => {
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    shop.commit('Find free boxes');
    expect(await shop.listWriters('src/nests.ts')).toEqual(all('ada', NESTS));
    expect(await shop.listWriters('README.md')).toEqual(all('human', shop.read('README.md')));
  });

  it('formatter: quotes, commas, semicolons and line breaks change before the commit', async () => {
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    const formatted = `import { readBoxes } from "./boxes.ts"

/** Boxes that are free for a pair of this kind. */
export function findFreeBoxes(
  kind,
  season,
) {
    const boxes = readBoxes(season)
    const fitting = boxes.filter(
      (box) => box.hole >= kind.width && box.free,
    )
    return fitting.sort(
      (one, other) => one.height - other.height,
    )
}
`;
    shop.write('src/nests.ts', formatted);
    shop.commit('Find free boxes');
    expect(await shop.listWriters('src/nests.ts')).toEqual(all('ada', formatted));
  });

  it('squash merge: two sessions on a branch become one commit', async () => {
    shop.git('checkout', '-q', '-b', 'nests');
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    shop.commit('Find free boxes');
    const bob = shop.startAgent('bob', 'Plan the seed.');
    bob.write('src/feeder.ts', FEEDER);
    bob.edit('src/nests.ts', 'box.hole >= kind.width && box.free', 'box.hole >= kind.width && box.free && !box.damaged');
    shop.commit('Plan the seed');
    shop.git('checkout', '-q', 'main');
    shop.git('merge', '-q', '--squash', 'nests');
    shop.commit('Boxes and seed (#1)');
    shop.git('branch', '-q', '-D', 'nests');
    expect(await shop.listWriters('src/nests.ts')).toEqual(all('ada', NESTS).map((name, at) => (at === 5 ? 'bob' : name)));
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('bob', FEEDER));
  });

  it('rebase: the commit gets another parent and another id', async () => {
    shop.git('checkout', '-q', '-b', 'nests');
    const ada = shop.startAgent('ada', 'Find free boxes for a pair and commit.');
    ada.write('src/nests.ts', NESTS);
    ada.run('git add -A && git commit -m "Find free boxes"');
    shop.git('checkout', '-q', 'main');
    shop.write('README.md', '# Birdhouse\n\nKeeps nesting boxes, feeders and baths of one garden.\n');
    shop.commit('Mention baths');
    shop.git('rebase', '-q', 'main', 'nests');
    expect(await shop.listWriters('src/nests.ts')).toEqual(all('ada', NESTS));
  });

  it('amend: a second session adds to the commit of the first', async () => {
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    shop.commit('Find free boxes');
    const bob = shop.startAgent('bob', 'Count the boxes too, in the same commit.');
    bob.edit('src/nests.ts', '  return fitting.sort', '  console.info(`${fitting.length} boxes fit ${kind.name}`);\n  return fitting.sort');
    bob.run('git commit -q --amend --all --no-edit');
    expect(await shop.listWriters('src/nests.ts')).toEqual([...all('ada', NESTS).slice(0, 6), 'bob', 'ada', 'ada']);
  });

  it('cherry-pick: the same change on another branch', async () => {
    shop.git('checkout', '-q', '-b', 'nests');
    const ada = shop.startAgent('ada', 'Plan the seed.');
    ada.write('src/feeder.ts', FEEDER);
    shop.commit('Plan the seed');
    shop.git('checkout', '-q', 'main');
    shop.write('src/other.ts', 'export const gardens = ["north", "south"];\n');
    shop.commit('Name the gardens');
    shop.git('cherry-pick', 'nests');
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('ada', FEEDER));
    expect(await shop.listWriters('src/other.ts')).toEqual(['human']);
  });

  it('rename: the file gets another name and another folder, then grows', async () => {
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    shop.commit('Find free boxes');
    shop.git('mv', 'src/nests.ts', 'src/free-boxes.ts');
    shop.commit('Call it what it finds');
    const bob = shop.startAgent('bob', 'Say how many.');
    bob.edit('src/free-boxes.ts', '  const boxes = readBoxes(season);', '  const boxes = readBoxes(season).filter((box) => box.mounted);');
    shop.commit('Only mounted boxes');
    expect(await shop.listWriters('src/free-boxes.ts')).toEqual(all('ada', NESTS).map((name, at) => (at === 4 ? 'bob' : name)));
  });

  it('rename before the first commit: the agent itself moves what it wrote', async () => {
    const ada = shop.startAgent('ada', 'Plan the seed.');
    ada.write('src/feeder.ts', FEEDER);
    ada.run('mkdir -p lib && mv src/feeder.ts lib/seed.ts');
    shop.commit('Plan the seed');
    expect(await shop.listWriters('lib/seed.ts')).toEqual(all('ada', FEEDER));
  });

  it('move: the person takes a function from one file into another', async () => {
    const ada = shop.startAgent('ada', 'Boxes and seed.');
    ada.write('src/garden.ts', `${NESTS}\n${FEEDER}`);
    shop.commit('Boxes and seed');
    shop.write('src/garden.ts', NESTS);
    shop.write('src/feeder.ts', `${FEEDER}\nexport const favouriteFeeder = 'the one under the walnut tree';\n`);
    shop.commit('Feeder on its own');
    expect(await shop.listWriters('src/feeder.ts')).toEqual([...all('ada', FEEDER), 'human', 'human']);
    expect(await shop.listWriters('src/garden.ts')).toEqual(all('ada', NESTS));
  });

  it('revert and redo: the lines come back by a revert of the revert', async () => {
    const ada = shop.startAgent('ada', 'Plan the seed.');
    ada.write('src/feeder.ts', FEEDER);
    shop.commit('Plan the seed');
    shop.git('revert', '--no-edit', 'HEAD');
    shop.git('revert', '--no-edit', 'HEAD');
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('ada', FEEDER));
  });

  it('sub-agent: its own transcript, its own lines', async () => {
    const ada = shop.startAgent('ada', 'Boxes and seed; delegate the seed.');
    ada.write('src/nests.ts', NESTS);
    const helper = shop.startAgent('helper', 'Plan the seed.', { parent: 'ada' });
    helper.write('src/feeder.ts', FEEDER);
    ada.run('git add -A && git commit -m "Boxes and seed"');
    expect(await shop.listWriters('src/nests.ts')).toEqual(all('ada', NESTS));
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('helper', FEEDER));
  });

  it('shell: a heredoc, sed, a script and a generator write the files', async () => {
    shop.write('src/gardens.ts', 'export const firstGarden = "north lawn";\nexport const secondGarden = "south orchard";\n');
    shop.commit('Name the gardens');
    const ada = shop.startAgent('ada', 'Set it up by commands.');
    ada.run(`cat > src/feeder.ts <<'EOF'\n${FEEDER}EOF`);
    ada.run("sed -i.bak 's/south orchard/western orchard/' src/gardens.ts && rm src/gardens.ts.bak");
    ada.run(
      `python3 - <<'PY'\nfrom pathlib import Path\npath = Path("src/feeder.ts")\ntext = path.read_text()\npath.write_text(text.replace("* 1.15", "* reserveFactor(visits.weather)"))\nPY`,
    );
    ada.run(
      "node -e \"const rows = []; for (let at = 1; at < 6; at += 1) rows.push(at * at); require('fs').writeFileSync(['src', 'squares.json'].join('/'), JSON.stringify(rows, null, 2) + String.fromCharCode(10))\"",
    );
    ada.run('git add -A && git commit -m "Feeder, garden and squares"');
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('ada', FEEDER));
    expect(await shop.listWriters('src/gardens.ts')).toEqual(['human', 'ada']);
    expect(await shop.listWriters('src/squares.json')).toEqual(all('ada', shop.read('src/squares.json')));
  });

  it('person in between: they change and add lines before the agent goes on', async () => {
    const ada = shop.startAgent('ada', 'Find free boxes for a pair.');
    ada.write('src/nests.ts', NESTS);
    shop.write('src/nests.ts', NESTS.replace('export function', '// Owls nest earlier: ask the warden before March.\nexport function'));
    ada.edit('src/nests.ts', 'const boxes = readBoxes(season);', 'const boxes = readBoxes(season, { mountedOnly: true });');
    shop.write('src/nests.ts', `${shop.read('src/nests.ts')}\nexport const wardenPhone = 'see the notice at the gate';\n`);
    shop.commit('Find free boxes');
    expect(await shop.listWriters('src/nests.ts')).toEqual(['ada', 'ada', 'ada', 'human', 'ada', 'ada', 'ada', 'ada', 'ada', 'human', 'human']);
  });

  it('merge commit: an agent resolves a conflict', async () => {
    shop.write('src/gardens.ts', 'export const warmestGarden = "north lawn";\nexport const quietGarden = "south orchard";\n');
    shop.commit('Name the gardens');
    shop.git('checkout', '-q', '-b', 'west');
    const ada = shop.startAgent('ada', 'The western bank is the warmest.');
    ada.edit('src/gardens.ts', '"north lawn"', '"western bank"');
    shop.commit('Western bank');
    shop.git('checkout', '-q', 'main');
    shop.write('src/gardens.ts', 'export const warmestGarden = "cellar roof";\nexport const quietGarden = "south orchard";\n');
    shop.commit('Cellar roof');
    const bob = shop.startAgent('bob', 'Merge west; keep both.');
    bob.run('git merge -q west || true');
    bob.write('src/gardens.ts', 'export const warmestGarden = ["western bank", "cellar roof"].join(" or ");\nexport const quietGarden = "south orchard";\n');
    bob.run('git add -A && git commit -q -m "Merge west"');
    expect(await shop.listWriters('src/gardens.ts')).toEqual(['bob', 'human']);
  });

  it('work tree: the agent works in another folder that is gone by now', async () => {
    shop.git('worktree', 'add', '-q', '../side', '-b', 'side');
    const ada = shop.startAgent('ada', 'Plan the seed.', { folder: `${shop.root}/../side`.replace('birdhouse/../', '') });
    ada.write('src/feeder.ts', FEEDER);
    ada.run('git add -A && git commit -q -m "Plan the seed"');
    shop.git('worktree', 'remove', '--force', '../side');
    shop.git('merge', '-q', '--no-edit', 'side');
    expect(await shop.listWriters('src/feeder.ts')).toEqual(all('ada', FEEDER));
  });

  it('not committed yet, and lines no session wrote', async () => {
    const ada = shop.startAgent('ada', 'Plan the seed.');
    shop.write('src/feeder.ts', '// Seed is kept in the shed behind the house.\n');
    shop.commit('Where the seed is');
    ada.edit('src/feeder.ts', 'behind the house.', `behind the house.\n${FEEDER.trimEnd()}`);
    expect(await shop.listWriters('src/feeder.ts')).toEqual(['human', ...all('ada', FEEDER)]);
  });
});
