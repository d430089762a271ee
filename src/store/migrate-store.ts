import type { Client } from 'pg';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';

/** Roles the program works as. Neither owns anything, so neither can lift row-level security. */
export const APP_ROLE = 'rounds_app';
export const AUTH_ROLE = 'rounds_auth';
const SCHEMAS = ['rounds', 'auth'] as const;

/** Any two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_276_834_012;

/**
 * Brings the database to the present shape as its owner (`owner`: a connected client), each migration in a transaction of its
 * own with the roles and rights after it. Returns false where a newer Rounds has already changed the database. `count`: how many
 * migrations a backup to be restored had.
 */
export async function migrateStore(owner: Client, count = ALL_MIGRATIONS.length): Promise<boolean> {
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    await prepare(owner);
    const done = await owner.query<{ name: string }>('select name from rounds.migration order by name');
    const known = new Set(ALL_MIGRATIONS.map(({ name }) => name));
    const names = new Set(done.rows.map(({ name }) => name));
    if ([...names].some((name) => !known.has(name))) return false;
    for (const { name, sql } of ALL_MIGRATIONS.slice(0, count)) {
      if (names.has(name)) continue;
      await owner.query('begin');
      try {
        await owner.query(sql);
        await owner.query(GUARD_ALL);
        await owner.query('insert into rounds.migration (name) values ($1)', [name]);
        await owner.query('commit');
      } catch (error) {
        await owner.query('rollback');
        throw error;
      }
    }
    return true;
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  }
}

async function prepare(owner: Client): Promise<void> {
  // Roles belong to the whole server: another database of it may have made them at the same moment.
  for (const role of [APP_ROLE, AUTH_ROLE]) {
    await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
  }
  for (const schema of SCHEMAS) await owner.query(`create schema if not exists ${schema}`);
  await owner.query(
    `grant usage on schema rounds to ${APP_ROLE}; grant usage on schema auth to ${AUTH_ROLE}; revoke all on schema public from public; grant usage on schema public to ${APP_ROLE}`,
  );
  await owner.query('create table if not exists rounds.migration (name text primary key, at timestamptz not null default now())');
}

/**
 * After each migration: row-level security on every table, its owner included (functions that act for everyone run as the
 * owner, which is why it has a policy), and no function for the public.
 */
const GUARD_ALL = /* sql */ `
do $$ declare t record; f record; begin
  for t in select n.nspname as schema, c.relname as name, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('rounds', 'auth') and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I.%I enable row level security', t.schema, t.name);
    execute format('alter table %I.%I force row level security', t.schema, t.name);
    if not exists (select from pg_policy where polrelid = t.oid and polname = 'owner_of_the_database') then
      execute format('create policy owner_of_the_database on %I.%I to %I using (true) with check (true)', t.schema, t.name, current_user);
    end if;
  end loop;
  for f in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'rounds'::regnamespace and p.prorettype <> 'trigger'::regtype loop
    execute format('revoke all on function %s from public', f.name);
    execute format('grant execute on function %s to ${APP_ROLE}', f.name);
  end loop;
end $$`;
