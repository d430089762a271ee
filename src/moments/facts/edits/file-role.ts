/** What kind of file a path names, judged by the path alone. */
import type { FileRole } from '../facts.ts';

const SCRATCH =
  /^(?:\/private)?\/(?:tmp|var\/tmp|var\/folders)\/|(?:^|\/)(?:scratch|scratchpad|\.scratch|tmp|temp)\/|(?:^|\/)(?:scratch|tmp|temp|debug|repro|playground)(?:[-_.][^/]*)?$|\.(?:bak|orig|tmp|log)$|\/\.claude\/(?:plans|projects|todos)\//i;
const GENERATED =
  /(?:^|\/)(?:node_modules|dist|build|out|target|coverage|vendor|__pycache__|\.next|\.nuxt|__generated__|generated)\/|\.(?:min\.js|min\.css|map|pb\.go|snap|lock)$|(?:_pb2(?:_grpc)?\.py|\.g\.dart|\.generated\.\w+|\.gen\.\w+|\.designer\.cs)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|npm-shrinkwrap\.json|bun\.lockb?)$/i;
const TEST =
  /(?:^|\/)(?:tests?|(?:integration|unit|functional|acceptance|smoke|e2e)[_-]?tests?|test[_-]?(?:utils?|helpers?|support)|__tests__|specs?|e2e|testdata|test-data|fixtures|__fixtures__|__mocks__|cypress|playwright)\/|[._-](?:test|tests|spec|e2e|cy)\.\w+$|(?:^|\/)test_[^/]*\.py$|_test\.(?:py|go|rb|exs|dart|cc|cpp)$|(?:Test|Tests|Spec|IT)\.(?:java|kt|cs|scala|swift|php)$|(?:^|\/)(?:conftest\.py|src\/test\/)/;
const DOCS =
  /\.(?:mdx?|markdown|rst|adoc|txt)$|(?:^|\/)(?:LICENSE|NOTICE|AUTHORS|CONTRIBUTORS|CODEOWNERS|CHANGELOG|README)(?![^/]*\.(?:[cm]?[jt]sx?|py|go|rs|java|cs|rb|sh)$)[^/]*$/i;
const CONFIG =
  /\.(?:json|jsonc|json5|ya?ml|toml|ini|cfg|conf|properties|env|plist|editorconfig|gradle|csproj|props|xml|tf|tfvars|hcl|nix)$|(?:^|\/)\.[\w.-]+rc(?:\.\w+)?$|\.config\.[cm]?[jt]s$|(?:^|\/)(?:Dockerfile|Makefile|Justfile|justfile|Procfile|Gemfile|Rakefile|\.gitignore|\.gitattributes|\.dockerignore|\.npmrc|\.env[\w.-]*|CMakeLists\.txt|requirements[\w-]*\.txt|go\.mod|setup\.(?:py|cfg)|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?)$|(?:^|\/)\.(?:github|vscode|husky|circleci|devcontainer)\//;

export function roleOfFile(path: string): FileRole {
  const normal = path.replaceAll('\\', '/');
  if (SCRATCH.test(normal)) return 'scratch';
  if (GENERATED.test(normal)) return 'generated';
  if (TEST.test(normal)) return 'test';
  if (CONFIG.test(normal)) return 'config';
  if (DOCS.test(normal)) return 'docs';
  return 'product';
}
