/**
 * What the mail and the QR hold: the code stands after the #, where no server and no log sees it, and behind it the
 * fingerprint of what was fixed, so that the respondent's device refuses anything else.
 */
export function invitationLink(
  publicUrl: string,
  scan: { readonly code: string; readonly fingerprint: string },
  code: string,
): string {
  return `${publicUrl}/s/${scan.code}#${code}~${scan.fingerprint}`;
}

/** Where a code is typed by hand, as one reads it aloud. */
export function typedAddress(publicUrl: string, scanCode: string): string {
  return `${new URL(publicUrl).host}/s/${scanCode}`;
}

/** An address that leads nowhere but to this machine. */
export function isAddressLocal(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') || hostname.endsWith('.localhost')
  );
}
