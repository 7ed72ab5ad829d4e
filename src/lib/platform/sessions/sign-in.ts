import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Mailer } from '../mail/index.ts';
import { signInLinkMinutes } from './link-lifetime.ts';
import { hashedToken } from './hashed-token.ts';
import { signInLinkMail } from './sign-in-link-mail.ts';

export interface SignInSettings {
  readonly pool: pg.Pool;
  readonly publicUrl: string;
  readonly secret: string;
  readonly mailer: Mailer;
}

export const minimumPasswordLength = 10;

const sessionDays = 14;

/** The sign-in library on our own tables: password and sign-in link, no address and no user agent kept. */
export function createSignIn({ pool, publicUrl, secret, mailer }: SignInSettings) {
  const isSecure = publicUrl.startsWith('https:');
  return betterAuth({
    appName: 'Lerend',
    baseURL: publicUrl,
    basePath: '/auth',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { language: { type: 'string', required: false, defaultValue: 'nl' } },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionDays * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        providerId: 'provider_id',
        accountId: 'provider_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: minimumPasswordLength,
      maxPasswordLength: 200,
    },
    // Attempts are limited per mail address by our own pages; this library would count per network address.
    rateLimit: { enabled: false },
    plugins: [
      magicLink({
        expiresIn: signInLinkMinutes * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: hashedToken },
        sendMagicLink: ({ email, token }) => mailer.sendNow(signInLinkMail({ email, token, publicUrl })),
      }),
    ],
    advanced: {
      cookiePrefix: 'lerend',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => crypto.randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session) => Promise.resolve({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
    },
  });
}

export type SignIn = ReturnType<typeof createSignIn>;
