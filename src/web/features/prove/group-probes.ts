import type { Probe, ProbeTarget } from '../../../model/team/probe.ts';

/** The same file for one or more versions of the code: shown side by side. */
export interface ProbeGroup {
  readonly key: string;
  readonly probes: readonly Probe[];
}

const ORDER: Readonly<Record<ProbeTarget, number>> = { agent: 0, fix: 1, patch: 2 };

/** The latest first; within one, the agent's version, then what mends it. */
export function groupProbes(probes: readonly Probe[]): readonly ProbeGroup[] {
  const byKey = new Map<string, Probe[]>();
  for (const probe of [...probes].sort((a, b) => b.createdAt.localeCompare(a.createdAt))) {
    const key = probe.probe === null ? probe.id : JSON.stringify([probe.author, probe.probe.path, probe.probe.code]);
    byKey.set(key, [...(byKey.get(key) ?? []), probe]);
  }
  return [...byKey].map(([key, group]) => ({
    key,
    probes: group.toSorted((a, b) => (a.probe && b.probe ? ORDER[a.probe.target] - ORDER[b.probe.target] : 0) || a.createdAt.localeCompare(b.createdAt)),
  }));
}
