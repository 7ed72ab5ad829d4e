import { systemClock } from '#lib/platform/clock/index.ts';
import { migrate, openDatabase } from '#lib/platform/database/index.ts';
import { createLog } from '#lib/platform/log/index.ts';
import { createMailer } from '#lib/platform/mail/index.ts';
import { readOrMakeSecrets } from '#lib/platform/secrets/index.ts';
import { createApp } from './app.ts';
import type { App } from './app.ts';

export interface StartedApp {
  readonly app: App;
  readonly listen: { readonly host: string; readonly port: number };
  announce(): void;
  stop(): Promise<void>;
}
