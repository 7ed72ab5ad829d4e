/** One visit to a respondent's page, unpacked. */
interface Visit {
  /** Rendered for this visit: only such a page has a digest. */
  readonly isMade: boolean;
  /** What the form was given for this visit alone. */
  readonly number: string;
  readonly rest: string;
}

/** Asks for a respondent's page as a browser does that can unpack this. */
export async function visitWithoutBrowser(address: string, packing: string): Promise<Visit> {
  const response = await fetch(address, { headers: { 'accept-encoding': packing } });
  const text = await response.text();
  const number = / name="number" value="([\w-]{22})"/.exec(text)?.[1] ?? '';
  return { isMade: response.headers.has('etag'), number, rest: text.replace(number, '') };
}
