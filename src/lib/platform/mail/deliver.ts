import type { Mailer, MailMessage } from './mailer.ts';

/** False when the server refuses this address for good. Any other trouble is thrown: a job is tried again later. */
export async function deliver(mailer: Mailer, message: MailMessage): Promise<boolean> {
  try {
    await mailer.sendNow(message);
    return true;
  } catch (error) {
    if (isRefusedAddress(error)) return false;
    throw new Error(`The mail server can't be used now (${mailFault(error)})`);
  }
}

/** What may be kept or logged of a failed mail. The server's own words may hold the address: only its code goes on. */
export function mailFault(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}

function isRefusedAddress(error: unknown): boolean {
  const { code, responseCode, command } = error as { code?: unknown; responseCode?: unknown; command?: unknown };
  // A server that refuses our own sender says nothing about the reader's address.
  if (code !== 'EENVELOPE' || command === 'MAIL FROM') return false;
  return typeof responseCode === 'number' && responseCode >= 500;
}
