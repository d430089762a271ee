/** What the name of a setting says about its value. */
export type NameClass =
  /** The value is a secret whatever it looks like. */
  | 'password'
  /** The value is a secret where it reads as drawn. */
  | 'key'
  /** The name says nothing, yet is one of a header or an environment variable. */
  | 'neutral'
  /** Something about a secret, or something public. */
  | 'harmless';

const PASSWORD =
  /pass(?:word|wd|phrase|code)?$|passw(?:or)?d|passphrase|(?:^|_)(?:pwd|pw|psw|psk)(?:_|$)|pre_?shared_?key|^masterauth$|^(?:contrase|mot_de_passe|passwort|kennwort|senha)/;
const KEY =
  /secret|token|api_?key|access_?key|secret_?key|private_?key|signing_?key|encryption_?key|encrypt_?key|master_?key|account_?key|shared_?key|service_?key|service_?role|auth_?key|host_?key|license_?key|deploy_?key|session_?key|storage_?key|app_?key|application_?key|admin_?key|write_?key|server_?key|hmac|credential|authorization|(?:^|_)auth$|bearer|jwt|(?:^|_)(?:pat|otp|totp|mfa|seed|salt|pepper|sas|sig|pin)(?:_|$)|connection_?string|(?:^|_)dsn$|webhook|cookie|mnemonic|recovery_?code|backup_?code|(?:^|_)sid$|session_?id|sess$|private$|creds?$|vault|_key$|saml|seed_?phrase|api_?hash/;
const HARMLESS =
  /(?:^|_)(?:name|names|id|ids|path|paths|file|files|filename|dir|url|uri|ref|refs|arn|type|types|length|len|count|size|limit|max|min|ttl|expiry|expires|expires_in|expires_at|exp|at|field|fields|header|label|placeholder|prefix|suffix|pattern|regex|rule|rules|policy|version|algorithm|alg|format|usage|usages|status|error|errors|hint|strength|provider|env|enabled|required|only|index|hash|hashes|fingerprint|checksum|digest|integrity|column|title|message|selector|class|kind|source|input|output|budget|rate|price|cost|per|estimate|tokenizer)$|tokens$|^tokens?_(?:count|used|type|usage|id)|(?:^|_)(?:max|min|num|total|input|output|prompt|completion|cached|cache|reasoning|thinking|context)_?tokens?|page_?token|next_?token|continuation|sync_?token|cursor|cancellation|tokenize|public|publishable|primary_?key|foreign_?key|sort_?key|partition_?key|cache_?key|query_?key|idempotency|row_?key|map_?key|group_?key|storage_?key|translation|i18n|dedup|react_?key|object_?key|etag|known_hosts|authorized|author(?!i)|signature_?(?:version|method)/;
/** Session ids of agents are ids of the transcript; only a drawn one that is no UUID is a web session's. */
const SESSION = /session_?id$|(?:^|_)sid$/;

/** The same few names stand all over a text. */
const classByName = new Map<string, NameClass>();
const MOST_NAMES = 4000;

/** @param name as written: snake_case, kebab-case, camelCase or UPPER_CASE */
export function classifyName(name: string): NameClass {
  const known = classByName.get(name);
  if (known !== undefined) return known;
  if (classByName.size >= MOST_NAMES) classByName.clear();
  const nameClass = judgeName(name);
  classByName.set(name, nameClass);
  return nameClass;
}

function judgeName(name: string): NameClass {
  const plain = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[-.\s]+/g, '_')
    .toLowerCase();
  if (SESSION.test(plain)) return 'key';
  // The verdict of a test run, not a password.
  if (name === 'PASS') return 'harmless';
  if (HARMLESS.test(plain)) return 'harmless';
  if (PASSWORD.test(plain)) return 'password';
  if (KEY.test(plain)) return 'key';
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name) || /^X-[A-Za-z-]+$/.test(name) ? 'neutral' : 'harmless';
}

/** A neutral name that still says the value is a content's or a thing's id. */
export const namesIdentity = (name: string): boolean =>
  /id$|sha|hash|digest|sum|commit|rev|version|tag|etag|integrity|fingerprint|uuid|guid|ref|cert|pub|name|path|url|request|trace|span|correlation/i.test(name);

export const namesSession = (name: string): boolean =>
  SESSION.test(
    name
      .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
      .replaceAll(/[-.]/g, '_')
      .toLowerCase(),
  );
