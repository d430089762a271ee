import type { ShowGrowth, ShownGrowth } from '../../../model/api/team/shown-growth.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { App } from '../../app.ts';
import { keepInLog } from './keep-in-log.ts';
import type { ShownPort } from './shown-port.ts';

/** Shows one thing of my growth to one partner, written into the sharing log before it leaves. */
export function showGrowthToPartner(app: Pick<App, 'journal' | 'clock'>, port: ShownPort, given: ShowGrowth): Promise<Result<ShownGrowth, Problem>> {
  const { shown, reader } = given;
  const about = { host: port.host, what: 'growth', subject: `${shown.kind} ${shown.subject}`, reader, bytes: toBytes(given) } as const;
  return keepInLog(
    app,
    about,
    () => port.show(given),
    ({ id, readerName }) => ({ remote: id, readerName }),
  );
}

export const toBytes = (sent: unknown): number => Buffer.byteLength(JSON.stringify(sent));
