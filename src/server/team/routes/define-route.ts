import type { Context } from 'hono';
import type { z } from 'zod';
import type { Caller } from '../../../app/team/caller.ts';
import type { TeamRole } from '../../../model/team-role.ts';

/** Who may call a route: anyone at all, or a signed-in person of at least this role. */
export type MayCall = 'anyone' | TeamRole;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Call<Who, Json, Query, Param> {
  readonly c: Context;
  readonly caller: Who;
  readonly json: Parsed<Json>;
  readonly query: Parsed<Query>;
  readonly param: Parsed<Param>;
}

interface RouteOf<May extends MayCall, Json, Query, Param> {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly may: May;
  /** Schemas of what is sent; what does not fit never reaches `handle`. */
  readonly json?: Json;
  readonly query?: Query;
  readonly param?: Param;
  /** Pages of every site may read it. Only for what is public anyway: nobody's cookies or tokens are looked at. */
  readonly open?: May extends 'anyone' ? true : never;
  /** For routes that take more than a judgement. */
  readonly maxBodyBytes?: number;
  readonly handle: (call: Call<May extends 'anyone' ? Caller | null : Caller, Json, Query, Param>) => Response | Promise<Response>;
}

/** One row of the team server's route table; tests go through all of them. */
export type TeamRoute = RouteOf<MayCall, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;

/** Checks that `handle` takes what the schemas give it, then forgets the details, so that the table is one list. */
export function defineRoute<
  const May extends MayCall,
  Json extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Param extends z.ZodType | undefined = undefined,
>(route: RouteOf<May, Json, Query, Param>): TeamRoute {
  return route as unknown as TeamRoute;
}
