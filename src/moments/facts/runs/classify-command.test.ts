import { describe, expect, it } from 'vitest';
import { readCommands } from '../shell/read-commands.ts';
import { classifyCommand } from './classify-command.ts';
import { findMainCommand } from './main-command.ts';

const classOf = (line: string): string => findMainCommand(readCommands(line)).class;

describe('classifyCommand', () => {
  it.each([
    [
      'test',
      [
        'npm test',
        'npm run test:e2e -- a.spec.ts',
        'yarn workspace web test',
        'pnpm --filter web test',
        'bun test',
        'npx vitest run',
        'node --test',
        'deno test',
        'npx playwright test',
      ],
    ],
    ['test', ['pytest -q', 'python -m pytest tests', 'python3 -m unittest', 'python manage.py test', 'uv run pytest', 'tox', 'python test_a.py']],
    [
      'test',
      [
        'go test ./...',
        'cargo test',
        'cargo nextest run',
        './gradlew :app:test',
        'mvn -q verify',
        'dotnet test',
        'ctest',
        'make test',
        'just test-all',
        'mise run test',
        'mise r test:unit',
        'mise -C web run test',
        'just -f tools/justfile test',
        'make clean test',
        'make V=1 test',
        'task lint test',
        'bundle exec rspec',
        'vendor/bin/phpunit',
        'php artisan test',
        'mix test',
        'turbo run test --filter=web',
        'nx run web:test',
      ],
    ],
    ['type-check', ['npx tsc --noEmit', 'npm run typecheck', 'bun run type-check', 'mypy src', 'pyright', 'cargo check', 'vue-tsc']],
    ['lint', ['eslint .', 'npm run lint:fix', 'ruff check', 'golangci-lint run', 'cargo clippy', 'biome check .', 'go vet ./...', 'npm run check']],
    ['format', ['prettier --check .', 'npm run format:check', 'cargo fmt', 'black .', 'gofmt -l .']],
    [
      'build',
      [
        'npm run build',
        'vite build',
        'go build ./...',
        'cargo build',
        'make',
        'mvn package -DskipTests',
        './gradlew assemble',
        'docker build .',
        'gcc a.c',
        'tsc -b',
      ],
    ],
    [
      'install',
      ['npm ci', 'yarn', 'pnpm add zod', 'pip install -r requirements.txt', 'poetry install', 'go mod tidy', 'apt-get install -y jq', 'bundle install'],
    ],
    ['git', ['git status', 'git -C web commit -m "run npm test"', 'git add . && git commit -m x']],
    ['search', ['rg "npm test" src', 'grep -rn "pytest" .', 'git grep x', 'find . -name "*.test.ts"']],
    ['read', ['cat package.json', 'sed -n 1,20p a.ts', 'ls -la', 'head -5 test.log', 'cat a | grep test']],
    ['files', ['rm -rf dist', 'sed -i s/a/b/ x', 'cat > a.ts', 'echo x > a', 'mkdir -p test']],
    ['network', ['curl -s localhost', 'gh pr create', 'npm view zod version']],
    ['process', ['pkill node', 'sleep 5', 'docker compose up -d', 'ps aux']],
    ['run', ['node server.js', 'python main.py', 'npm start', 'bun run src/index.ts', 'cargo run', './deploy.sh']],
    ['other', ['echo "tests pass"', 'cd web', 'export A=1', 'true', '']],
  ])('%s', (expected, lines) => {
    expect(lines.map((line) => [line, classOf(line)])).toEqual(lines.map((line) => [line, expected]));
  });

  it('judges a whole line by its strongest command', () => {
    expect(classOf('cd web && npm run build && npm test 2>&1 | tail -5')).toBe('test');
    expect(classOf('cat test.log | grep FAIL')).toBe('read');
  });

  it('takes names that objects inherit for unknown programs', () => {
    expect(classifyCommand(['constructor'])).toBe('other');
    expect(classifyCommand(['npm', 'run', 'toString'])).toBe('run');
  });
});
