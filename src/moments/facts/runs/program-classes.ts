/** Programs that do one thing, by what they do. Those whose sub-command decides are in classify-command.ts. */
import type { RunClass } from '../facts.ts';

const PROGRAMS: readonly (readonly [RunClass, string])[] = [
  [
    'test',
    'vitest jest mocha ava tap jasmine karma uvu wtr pytest py.test tox nox nosetests behave hypothesis gotestsum ginkgo ctest rspec minitest cucumber phpunit pest paratest bats',
  ],
  ['type-check', 'svelte-check mypy dmypy pyright basedpyright pytype pyre ty srb phpstan psalm'],
  [
    'lint',
    'attw knip depcruise publint eslint oxlint stylelint tslint standard xo commitlint markdownlint markdownlint-cli2 lint-staged flake8 pylint bandit pydocstyle vulture golangci-lint staticcheck revive ktlint detekt clang-tidy cppcheck rubocop standardrb phpcs shellcheck hadolint actionlint yamllint',
  ],
  ['format', 'prettier oxfmt dprint black isort autopep8 yapf autoflake gofmt gofumpt goimports rustfmt clang-format pint php-cs-fixer shfmt'],
  ['build', 'webpack rollup esbuild tsup tsdown unbuild parcel swc babel rolldown rustc javac kotlinc msbuild cmake gcc g++ clang clang++ cc c++ ld'],
  ['run', 'concurrently npm-run-all ipython java psql sqlite3 mysql redis-cli mongosh'],
  [
    'install',
    'husky pip pip3 pipenv conda mamba pipx virtualenv gem bundle bundler apt apt-get brew dnf yum apk pacman snap choco winget nvm fnm rustup pyenv asdf corepack',
  ],
  ['git', 'jj hg svn'],
  [
    'network',
    'curl wget http ssh scp sftp gh glab aws gcloud az kubectl helm tofu pulumi ping nc dig nslookup vercel netlify wrangler fly flyctl heroku supabase',
  ],
  ['process', 'ps kill pkill killall pgrep lsof fuser sleep wait jobs top htop systemctl service tmux screen pm2 ss netstat'],
  ['search', 'grep egrep fgrep rg ag ack fd fdfind which whereis locate ast-grep sg type'],
  [
    'read',
    'cat bat head tail less more nl wc ls tree stat file du df diff cmp comm xxd hexdump od strings jq yq awk gawk sort uniq cut tr column md5sum sha256sum shasum realpath readlink basename dirname',
  ],
  ['files', 'rm mv cp mkdir rmdir touch chmod chown ln tee rsync tar zip unzip gzip dd truncate patch install shred mktemp apply_patch rimraf trash'],
  ['other', 'source .'],
];

export const CLASS_BY_PROGRAM: ReadonlyMap<string, RunClass> = new Map(
  PROGRAMS.flatMap(([found, names]) => names.split(' ').map((name) => [name, found] as const)),
);
