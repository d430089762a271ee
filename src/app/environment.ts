/** Where Rounds runs; everything a use case would otherwise take from the process. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly userHome: string;
  /** Folder Rounds was started in. */
  readonly folder: string;
  readonly version: string;
  /** Folder of the bundled demo. */
  readonly demoFolder: string;
}
