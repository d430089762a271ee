/** Tokens whose maker gave them a form of their own: what they are can be told anywhere, without a name beside them. */
import { isPlaceholder } from '../values/is-placeholder.ts';
import { looksRandom } from '../values/looks-random.ts';
import type { Detector, Match } from '../match.ts';
import { createSignFinder } from './create-sign-finder.ts';

interface TokenForm {
  readonly kind: string;
  /** One of these stands in every such token: cheaper to look for than the pattern. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** Where the form alone is too wide: what else must hold of the found text. */
  readonly holds?: (found: string) => boolean;
}

const form = (kind: string, signs: string, pattern: string, holds?: (found: string) => boolean): TokenForm => ({
  kind,
  signs: signs.split(' '),
  pattern: new RegExp(`(?<![A-Za-z0-9])${pattern}`, 'g'),
  ...(holds && { holds }),
});

const END = '(?![A-Za-z0-9])';
const ID_END = '(?![A-Za-z0-9_-])';
const hasRandomTail = (found: string): boolean => {
  const tail = found.slice(found.search(/[-_:.][^-_:.]{12,}/) + 1);
  return looksRandom(tail, 12) || looksRandom(found, 20);
};

/** Sources: the makers' documentation and the public rule sets of gitleaks, trufflehog and GitHub secret scanning. */
const FORMS: readonly TokenForm[] = [
  form('aws-key', 'AKIA ASIA ABIA ACCA', `(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}${END}`, (found) => !found.endsWith('EXAMPLE')),
  form('aws-bedrock-key', 'ABSK', `ABSK[A-Za-z0-9+/]{100,200}={0,2}`),
  form('github-token', 'gh', `gh[oprsu]_[A-Za-z0-9_]{36,255}`),
  form('github-token', 'github_pat_', `github_pat_[A-Za-z0-9_]{22,255}`),
  form('gitlab-token', 'gl', `gl(?:pat|ptt|dt|rt|rtr|cbt|imt|agent|oas|soat|ft|ffct|wt)-[A-Za-z0-9_.-]{20,300}`),
  form('gitlab-token', 'GR1348941', `GR1348941[A-Za-z0-9_-]{20}`),
  form('bitbucket-token', 'ATBB', `ATBB[A-Za-z0-9]{28,40}${END}`),
  form('atlassian-token', 'ATATT ATCTT ATOA', `(?:ATATT3|ATCTT3|ATOA)[A-Za-z0-9_=-]{40,400}`),
  form('slack-token', 'xox xapp', `(?:xox[abeoprs]|xapp)(?:\\.xox[bp])?-[A-Za-z0-9-]{16,400}`),
  form('webhook-url', 'hooks.slack.com', `https?://hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9/_+-]{20,200}`),
  form('webhook-url', '/api/webhooks/', `https?://(?:[a-z]{1,10}\\.)?discord(?:app)?\\.com/api/webhooks/\\d{5,25}/[A-Za-z0-9_-]{20,120}`),
  form(
    'webhook-url',
    'webhook.office.com outlook.office.com',
    `https?://[a-z0-9-]{0,60}\\.?(?:webhook|outlook)\\.office\\.com/webhook(?:b2)?/[A-Za-z0-9@/_-]{40,300}`,
  ),
  form('webhook-url', 'hooks.zapier.com', `https?://hooks\\.zapier\\.com/hooks/catch/\\d{3,12}/[A-Za-z0-9/]{5,60}`),
  form('webhook-url', 'logic.azure.com', `https?://[a-z0-9.:-]{5,100}logic\\.azure\\.com[^\\s"'<>]{20,400}sig=[A-Za-z0-9_%-]{20,100}`),
  form('webhook-url', 'chat.googleapis.com', `https?://chat\\.googleapis\\.com/v1/spaces/[^\\s"'<>]{20,300}token=[A-Za-z0-9_%-]{20,120}`),
  form('discord-token', '.', `[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,45}${ID_END}`, (found) => /\d/.test(found)),
  form('discord-token', 'mfa.', `mfa\\.[A-Za-z0-9_-]{80,100}`),
  form('telegram-token', ':AA', `(?:bot)?\\d{8,10}:AA[A-Za-z0-9_-]{32,34}${ID_END}`),
  form('stripe-key', 'sk_ rk_', `[sr]k_(?:live|test)_[A-Za-z0-9]{16,250}`),
  form('webhook-secret', 'whsec_', `whsec_[A-Za-z0-9+/=]{24,100}`),
  form('google-key', 'AIza', `AIza[A-Za-z0-9_-]{35}${ID_END}`),
  form('google-oauth', 'GOCSPX-', `GOCSPX-[A-Za-z0-9_-]{20,40}`),
  form('google-oauth', 'ya29.', `ya29\\.[A-Za-z0-9_.-]{20,500}`),
  form('google-oauth', '1//0', `1//0[A-Za-z0-9_-]{30,200}`),
  form('anthropic-key', 'sk-ant-', `sk-ant-[A-Za-z0-9_-]{20,200}`),
  form('openrouter-key', 'sk-or-', `sk-or-(?:v1-)?[A-Za-z0-9]{32,100}`),
  form('openai-key', 'sk-', `sk-(?:proj-|svcacct-|admin-|None-)?[A-Za-z0-9_-]{20,250}`, hasRandomTail),
  form('api-key', 'sk_', `sk_[A-Za-z0-9]{24,100}${END}`, (found) => looksRandom(found.slice(3), 20)),
  form('huggingface-token', 'hf_', `hf_[A-Za-z0-9]{30,60}${END}`),
  form('huggingface-token', 'api_org_', `api_org_[A-Za-z0-9]{34}${END}`),
  form('groq-key', 'gsk_', `gsk_[A-Za-z0-9]{40,60}${END}`),
  form('perplexity-key', 'pplx-', `pplx-[A-Za-z0-9]{40,60}${END}`),
  form('xai-key', 'xai-', `xai-[A-Za-z0-9]{60,100}${END}`),
  form('replicate-token', 'r8_', `r8_[A-Za-z0-9]{32,45}${END}`),
  form('fireworks-key', 'fw_', `fw_[A-Za-z0-9]{22,40}${END}`, hasRandomTail),
  form('pinecone-key', 'pcsk_', `pcsk_[A-Za-z0-9_]{40,100}`),
  form('langsmith-key', 'lsv2_', `lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}`),
  form('search-key', 'tvly-', `tvly-(?:dev-|prod-)?[A-Za-z0-9]{28,50}${END}`),
  form('wandb-key', 'wandb_v1_', `wandb_v1_[A-Za-z0-9_]{40,120}`),
  form('npm-token', 'npm_', `npm_[A-Za-z0-9]{36}${END}`),
  form('pypi-token', 'pypi-AgE', `pypi-AgE[A-Za-z0-9_-]{50,400}`),
  form('rubygems-key', 'rubygems_', `rubygems_[a-f0-9]{48}${END}`),
  form('crates-token', 'cio', `cio[A-Za-z0-9]{32}${END}`, (found) => looksRandom(found, 30)),
  form('nuget-key', 'oy2', `oy2[a-z0-9]{43}${END}`),
  form('clojars-token', 'CLOJARS_', `CLOJARS_[a-z0-9]{60}${END}`),
  form('docker-token', 'dckr_', `dckr_(?:pat|oat)_[A-Za-z0-9_-]{24,60}`),
  form('digitalocean-token', '_v1_', `do[opr]_v1_[a-f0-9]{64}${END}`),
  form('sendgrid-key', 'SG.', `SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}${ID_END}`),
  form('mailgun-key', 'key-', `key-[a-f0-9]{32}${END}`),
  form('mailgun-key', '-', `[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}${ID_END}`),
  form('mailchimp-key', '-us', `[a-f0-9]{32}-us\\d{1,2}${END}`),
  form('brevo-key', 'xkeysib- xsmtpsib-', `x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}${END}`),
  form('resend-key', 're_', `re_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{20,32}${END}`, (found) => looksRandom(found.slice(3), 20)),
  form('twilio-key', 'SK', `SK[a-f0-9]{32}${END}`),
  form('shopify-token', 'shp', `shp(?:at|ca|pa|ss|tka|ua|pt)_[a-fA-F0-9]{32,64}${END}`),
  form('square-token', 'sq0', `sq0(?:atp|csp|idb|cs)-[A-Za-z0-9_-]{22,60}`),
  form('square-token', 'EAAA', `EAAA[a-zA-Z0-9_+-]{60}${END}`),
  form('facebook-token', 'EAA', `EAA[A-Za-z0-9]{80,300}${END}`, (found) => looksRandom(found, 40)),
  form('braintree-token', 'access_token$', `access_token\\$(?:production|sandbox)\\$[a-z0-9]{16}\\$[a-f0-9]{32}`),
  form('linear-key', 'lin_', `lin_(?:api|oauth)_[A-Za-z0-9]{32,64}${END}`),
  form('notion-token', 'ntn_', `ntn_[A-Za-z0-9]{40,60}${END}`),
  form('notion-token', 'secret_', `secret_[A-Za-z0-9]{43}${END}`, hasRandomTail),
  form('figma-token', 'fig', `fig[dou][rh]?_[A-Za-z0-9_-]{38,60}`),
  form('airtable-token', 'pat', `pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}${END}`),
  form('dropbox-token', 'sl.', `sl\\.(?:u\\.)?[A-Za-z0-9_-]{100,1500}`),
  form('postman-key', 'PMAK-', `PMAK-[a-f0-9]{24}-[a-f0-9]{34}`),
  form('vault-token', 'hv', `hv[bsr]\\.[A-Za-z0-9_-]{20,300}`),
  form('terraform-token', '.atlasv1.', `[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{50,90}`),
  form('pulumi-token', 'pul-', `pul-[a-f0-9]{40}${END}`),
  form('doppler-token', 'dp.', `dp\\.(?:pt|st|ct|sa|said|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}${END}`),
  form('onepassword-token', 'ops_', `ops_eyJ[A-Za-z0-9_+/=-]{50,1500}`),
  form('onepassword-secret-key', 'A3-', `A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}`),
  form('databricks-token', 'dapi', `dapi[a-f0-9]{32}(?:-\\d)?${END}`),
  form('planetscale-token', 'pscale_', `pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{30,70}`),
  form('supabase-key', 'sbp_ sb_secret_', `(?:sbp_(?:oauth_|v0_)?[a-f0-9]{40}|sb_secret_[A-Za-z0-9_-]{20,60})`),
  form('neon-key', 'napi_', `napi_[a-z0-9]{40,80}${END}`),
  form('fly-token', 'fm', `fm[12][ar]?_[A-Za-z0-9+/=_-]{60,800}`),
  form('fly-token', 'fo1_', `fo1_[A-Za-z0-9_-]{40,60}`),
  form('render-key', 'rnd_', `rnd_[A-Za-z0-9]{26,40}${END}`),
  form('vercel-token', 'vc', `vc[acikpr]_[A-Za-z0-9]{20,60}${END}`),
  form('netlify-token', 'nf', `nf[pcbou]_[A-Za-z0-9]{36,44}${END}`),
  form('heroku-key', 'HRKU-', `HRKU-[A-Za-z0-9_-]{36,70}`),
  form('cloudflare-token', 'v1.0-', `v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}`),
  form('cloudflare-token', 'cf', `cf(?:ut|at|k)_[A-Za-z0-9_-]{36,80}`),
  form('newrelic-key', 'NR', `NR(?:AK|JS|II|RA|BR|AL)-[A-Za-z0-9_-]{19,42}`),
  form('newrelic-key', 'NRAL', `[a-f0-9]{36}NRAL${END}`),
  form('sentry-token', 'sntry', `sntry[su]_[A-Za-z0-9+/=_]{40,400}`),
  form('grafana-token', 'gl', `gl(?:sa|c)_[A-Za-z0-9_+/=]{32,400}`),
  form('honeycomb-key', 'hc', `hc[abx]?[a-z]{1,2}k_[A-Za-z0-9]{40,70}`),
  form('posthog-key', 'phx_', `phx_[A-Za-z0-9]{40,60}${END}`),
  form('mapbox-token', 'sk.ey', `sk\\.eyJ[A-Za-z0-9_-]{20,200}\\.[A-Za-z0-9_-]{20,40}`),
  form('launchdarkly-key', 'sdk- api- mob-', `(?:sdk|api|mob)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}${END}`),
  form('circleci-token', 'CCI', `CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}${END}`),
  form('buildkite-token', 'bk', `bk(?:ua|at|ct|pat)_[A-Za-z0-9]{36,70}${END}`),
  form('sonar-token', 'sq', `sq[apu]_[a-f0-9]{40}${END}`),
  form('artifactory-key', 'AKCp cmVmd', `(?:AKCp[A-Za-z0-9]{60,80}|cmVmdGtuO[A-Za-z0-9]{50,70})${END}`),
  form('azure-secret', 'Q~', `[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}`),
  form('azure-devops-token', 'AZDO', `[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}${END}`),
  form('tailscale-key', 'tskey-', `tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{8,30}-[A-Za-z0-9]{20,60}`),
  form('age-key', 'AGE-SECRET-KEY-', `AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]{50,120}`),
  form('wallet-key', 'prv', `[xyztv]prv[A-Za-z0-9]{100,112}${END}`),
  form('dynatrace-token', 'dt0', `dt0[cs]\\d{2}\\.[A-Z0-9]{8,24}\\.[A-Z0-9]{64}${END}`),
  form('contentful-token', 'CFPAT-', `CFPAT-[A-Za-z0-9_-]{40,60}`),
  form('adafruit-key', 'aio_', `aio_[A-Za-z]{4}\\d{2}[A-Za-z0-9]{22}${END}`),
  form('shippo-token', 'shippo_', `shippo_(?:live|test)_[a-f0-9]{40}`),
  form('easypost-key', 'EZ', `EZ[AT]K[A-Za-z0-9]{54}${END}`),
  form('typeform-token', 'tfp_', `tfp_[A-Za-z0-9_.=-]{40,70}`),
  form('readme-key', 'rdme_', `rdme_[a-z0-9]{60,80}`),
  form('prefect-key', 'pn', `pn[bu]_[A-Za-z0-9]{36}${END}`),
  form('flutterwave-key', 'FLWSECK', `FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,40}(?:-X)?`),
  form('alibaba-key', 'LTAI', `LTAI[A-Za-z0-9]{16,26}${END}`, (found) => looksRandom(found, 20)),
  form('tencent-key', 'AKID', `AKID[A-Za-z0-9]{32}${END}`),
  form('yandex-key', 'AQVN', `AQVN[A-Za-z0-9_-]{35,38}${ID_END}`),
  form('okta-token', 'SSWS', `SSWS\\s{1,4}00[A-Za-z0-9_-]{40}`),
  form('firebase-token', ':APA91b', `[A-Za-z0-9_-]{11,30}:APA91b[A-Za-z0-9_-]{100,200}`),
  form('jwt', 'eyJ', `eyJ[A-Za-z0-9_-]{8,4000}\\.eyJ[A-Za-z0-9_-]{8,16000}(?:\\.[A-Za-z0-9_-]{0,1500})?`),
  form('jwt', 'eyJ', `eyJ[A-Za-z0-9_-]{8,2000}(?:\\.[A-Za-z0-9_-]{0,16000}){4}`),
  form(
    'password-hash',
    '$',
    `\\$(?:2[abxy]\\$\\d{2}\\$[./A-Za-z0-9]{53}|(?:[156y]|apr1)\\$[./A-Za-z0-9$=,-]{20,160}|argon2(?:id|i|d)\\$[^\\s"'\`]{30,300}|scrypt\\$[^\\s"'\`]{30,300})`,
  ),
  form('password-hash', 'pbkdf2 scrypt:', `(?:pbkdf2[_:-]sha\\d{1,3}|scrypt)(?:[:$][A-Za-z0-9+/=._-]{1,300}){2,5}`),
  form('join-token', '::', `K10[a-f0-9]{64}::[\\w-]{1,20}:[A-Za-z0-9]{16,64}`),
  form('otp-secret', 'otpauth://', `otpauth://[^\\s"'\`<>]{10,600}`),
  // A maker we do not know whose tokens say what they are. Ids (toolu_, msg_, cus_ …) say no such word.
  form(
    'api-key',
    '_ -',
    `(?:[a-z][a-z0-9]{0,15}[_-]){0,3}(?:sk|rk|pat|key|apikey|token|tok|secret|live|pk_live_sk|access|refresh|auth|cred|priv|sess)[_-](?:(?:live|test|prod|v\\d)[_-])?[A-Za-z0-9]{20,200}${END}`,
    (found) => looksRandom(found.slice(found.search(/[A-Za-z0-9]{20,}$/)), 20) && !found.startsWith('pk_'),
  ),
];

const findSigns = createSignFinder(FORMS.flatMap(({ signs }) => signs));

/** Finds tokens by the form their maker gave them. */
export const findPrefixedTokens: Detector = (text) => {
  const matches: Match[] = [];
  const present = findSigns(text);
  for (const { kind, signs, pattern, holds } of FORMS) {
    if (!signs.some((sign) => present.has(sign))) continue;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (holds && !holds(found)) continue;
      const tail = found.replace(/^[A-Za-z0-9]{2,12}[_.-]/, '');
      // A crypt hash begins as a shell's variable does.
      if (found.startsWith('$') || !isPlaceholder(tail)) matches.push({ kind, start: index, end: index + found.length });
    }
  }
  return matches;
};
