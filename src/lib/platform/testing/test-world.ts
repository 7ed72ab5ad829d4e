import { inject } from 'vitest';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { settableClock } from '../clock/index.ts';
import { contextOf } from '../context/index.ts';
import type { Actor, Context, Platform, Role } from '../context/index.ts';
import { newId, openDatabase } from '../database/index.ts';
import { createJobs } from '../jobs/index.ts';
import type { Language } from '../language/index.ts';
import { createLog } from '../log/index.ts';
import type { MailMessage } from '../mail/index.ts';
import { keyFilesIn, secretsFrom } from '../secrets/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { readonly host: string; readonly port: number; readonly user: string; readonly template: string };
  }
}

/** A whole platform on a fresh real database of its own, with a clock that can be set and mail that is caught. */
export interface TestWorld {
  readonly platform: Platform;
  readonly clock: ReturnType<typeof settableClock>;
  readonly sentMail: MailMessage[];
  /** Makes an account and gives back a context that acts with these roles. */
  actor(wish: {
    organisationId: string;
    roles?: Role[];
    leads?: string[];
    belongsTo?: string[];
    keepsKeys?: boolean;
    name?: string;
    language?: Language;
  }): Promise<Context>;
  /** Makes an organisation with only its row: units and grants are the feature's own. */
  organisation(name?: string): Promise<string>;
  close(): Promise<void>;
}

export async function testWorld(start = new Date('2026-03-02T09:00:00Z')): Promise<TestWorld> {
  const { template, ...server } = inject('testDatabase');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withAdministrator(server, `create database ${name} template ${template}`);
  const database = openDatabase({ ...server, database: name, max: 4 }, () => undefined);
  const clock = settableClock(start);
  const sentMail: MailMessage[] = [];
  const keysDir = await mkdtemp(join(tmpdir(), 'lerend-keys-'));
  const platform: Platform = {
    database,
    clock,
    jobs: createJobs(),
    mailer: {
      canSend: true,
      sendNow: (message) => {
        sentMail.push(message);
        return Promise.resolve();
      },
    },
    secrets: secretsFrom(new Uint8Array(32).fill(7)),
    log: createLog('silent'),
    publicUrl: 'http://localhost:3000',
    openingKeys: keyFilesIn(keysDir),
    anonymity: 'usual',
    respondentPage: null,
  };
  return {
    platform,
    clock,
    sentMail,
    organisation: async (organisationName = 'De Proef') => {
      const id = newId();
      await database.everyone
        .insertInto('organisation')
        .values({ id, name: organisationName, kind: 'own', language: 'nl', createdAt: clock.now() })
        .execute();
      return id;
    },
    actor: async (wish) => {
      const account = {
        id: newId(),
        name: wish.name ?? 'Sanne de Wit',
        email: `${randomBytes(4).toString('hex')}@voorbeeld.nl`,
      };
      await database.everyone
        .insertInto('account')
        .values({ ...account, language: 'nl' })
        .execute();
      return contextOf(platform, {
        organisationId: wish.organisationId,
        actor: actorOf(account, wish),
        language: wish.language ?? 'nl',
      });
    },
    close: async () => {
      await database.close();
      await rm(keysDir, { recursive: true });
      await withAdministrator(server, `drop database ${name} with (force)`);
    },
  };
}

function actorOf(
  account: { id: string; name: string; email: string },
  wish: { roles?: Role[]; leads?: string[]; belongsTo?: string[]; keepsKeys?: boolean },
): Actor {
  return {
    accountId: account.id,
    name: account.name,
    email: account.email,
    personId: null,
    roles: new Set(wish.roles ?? []),
    leads: new Set(wish.leads ?? []),
    belongsTo: new Set(wish.belongsTo ?? []),
    keepsKeys: wish.keepsKeys ?? false,
  };
}

async function withAdministrator(
  server: { host: string; port: number; user: string },
  statement: string,
): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
