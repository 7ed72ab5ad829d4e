/**
 * Whether respondents reach this server without encryption: their browsers have no cryptography then, and whoever listens
 * on the network reads along. On this machine itself nothing leaves it.
 */
export function isPlainHttp(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(hostname);
  return protocol === 'http:' && !isHere;
}
