import type { Tx } from '../../../store/connect-store.ts';
import { returnLostProbes } from '../../../store/probes.ts';
import type { SharedApp } from '../team-app.ts';
import { tellOfProbe } from './load-probe.ts';

/** A run is ended after 180 s by the machine it is on (app/prove/run-approved.ts); this leaves room for a slow one and a network that comes back. */
const LEASE_MS = 15 * 60_000;

/** Probes of my rounds whose machine never came back wait again: asked for whenever somebody looks, so that none runs for ever. */
export async function returnLost(tx: Tx, { clock }: Pick<SharedApp, 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - LEASE_MS).toISOString();
  for (const probe of await returnLostProbes(tx, before)) await tellOfProbe(tx, probe, 'changed', { state: 'pending' });
}
