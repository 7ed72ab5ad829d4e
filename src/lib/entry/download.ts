/** A document as a download that the browser names and never guesses the type of. */
export function download(bytes: Uint8Array | string, contentType: string, fileName: string): Response {
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName.toWellFormed())}`,
    },
  });
}
