import { Hono } from 'hono';
import { describeMachine } from '../../../app/describe-machine.ts';
import { machineSchema } from '../../../model/api/machine.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';

export function createMachineRoutes({ app }: ServerContext) {
  return new Hono().get('/', (c) => answer(c, machineSchema, describeMachine(app)));
}
