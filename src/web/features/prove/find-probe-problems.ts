import type { ProbeTarget } from '../../../model/team/probe.ts';

interface WrittenProbe {
  readonly path: string;
  readonly code: string;
  readonly claim: string;
  readonly patch: string;
  readonly targets: readonly ProbeTarget[];
}

const leadsOut = (path: string): boolean => path.startsWith('/') || /[\\\0:]/.test(path) || path.split('/').includes('..');

/** What a probe still lacks, by field. The server looks again. */
export function findProbeProblems({ path, code, claim, patch, targets }: WrittenProbe): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (claim.trim() === '') found['claim'] = 'Say what it will show, so that it can be wrong.';
  if (path.trim() === '') found['path'] = 'Say where it is put.';
  else if (leadsOut(path.trim())) found['path'] = 'The path must stay inside the tree.';
  if (code.trim() === '') found['code'] = 'There is nothing to run yet.';
  if (targets.length === 0) found['targets'] = 'Choose what it runs on.';
  if (targets.includes('patch') && patch.trim() === '') found['patch'] = 'Put the patch here, or do not run on it.';
  return found;
}
