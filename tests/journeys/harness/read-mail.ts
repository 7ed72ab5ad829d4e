export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The calendar entry that came along. */
  readonly calendar: string | undefined;
}

interface Part {
  readonly headers: string;
  readonly body: string;
}

/** Reads a mail as it came over the line, one character a byte. */
export function readMail(to: readonly string[], source: string): Mail {
  const mail = partOf(source);
  const parts = leavesOf(mail);
  return {
    to,
    subject: decodedWords(header(mail, 'subject')),
    text: textOf(parts.find((part) => /^text\/plain|^$/i.test(header(part, 'content-type')))),
    calendar: parts.some(isCalendar) ? textOf(parts.find(isCalendar)) : undefined,
  };
}

const isCalendar = (part: Part): boolean => /^text\/calendar/i.test(header(part, 'content-type'));

function partOf(source: string): Part {
  const at = source.indexOf('\r\n\r\n');
  return { headers: source.slice(0, at).replace(/\r\n[ \t]+/g, ' '), body: source.slice(at + 4) };
}

const header = ({ headers }: Part, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';

function leavesOf(part: Part): Part[] {
  const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(header(part, 'content-type'))?.[1];
  if (boundary === undefined) return [part];
  const inside = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return inside.flatMap((source) => leavesOf(partOf(source.replace(/^\r\n/, ''))));
}

function textOf(part: Part | undefined): string {
  if (!part) return '';
  const encoding = header(part, 'content-transfer-encoding').toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(part.body, 'base64')
      : encoding === 'quoted-printable'
        ? unquoted(part.body.replaceAll('=\r\n', ''))
        : Buffer.from(part.body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** `=?UTF-8?Q?…?=` and its base64 twin, RFC 2047. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?[^?]+\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : unquoted(word.replaceAll('_', ' '))).toString('utf8'),
    );
}
