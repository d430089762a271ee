/** The only names this server answers to: Host values and web origins of the loopback interface at our port. */
export interface OwnAddresses {
  readonly hosts: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
}

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'] as const;

export function createOwnAddresses(port: number): OwnAddresses {
  // Browsers leave out the port that the scheme implies.
  const suffixes = port === 80 ? [':80', ''] : [`:${port}`];
  const hosts = LOOPBACK_NAMES.flatMap((name) => suffixes.map((suffix) => name + suffix));
  return { hosts: new Set(hosts), origins: new Set(hosts.map((host) => `http://${host}`)) };
}
