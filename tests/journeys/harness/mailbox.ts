import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { readMail } from './read-mail.ts';
import type { Mail } from './read-mail.ts';

/** A mail server that keeps everything and delivers nothing. */
export interface Mailbox {
  /** What SMTP_URL must be. */
  readonly url: string;
  readonly mails: readonly Mail[];
  /** The next mail to this address that wasn't taken yet; waits for it. */
  next(to: string, about?: RegExp): Promise<Mail>;
  close(): Promise<void>;
}

const patienceMs = 20_000;

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const taken = new Set<Mail>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, (to, source) => mails.push(readMail(to, source)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next: async (to, about = /./) => {
      for (const begin = performance.now(); performance.now() - begin < patienceMs; await wait(50)) {
        const found = mails.find((mail) => !taken.has(mail) && mail.to.includes(to) && about.test(mail.subject));
        if (!found) continue;
        taken.add(found);
        return found;
      }
      throw new Error(
        `No mail came for ${to}. There are: ${mails.map((mail) => `${mail.to.join()}: ${mail.subject}`).join(' | ')}`,
      );
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** As much of RFC 5321 as a client needs to hand over its mail. */
function converse(socket: Socket, receive: (to: readonly string[], source: string) => void): void {
  let waiting = '';
  let to: string[] = [];
  let isData = false;
  const answer = (line: string): void => void socket.write(`${line}\r\n`);
  const obey = (line: string): void => {
    const [verb = ''] = line.toUpperCase().split(' ');
    if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
    if (verb === 'DATA') isData = true;
    if (verb === 'MAIL' || verb === 'RSET') to = [];
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    answer(verb === 'DATA' ? '354 go on' : '250 ok');
  };
  answer('220 mailbox');
  socket.setEncoding('latin1').on('data', (text: string) => {
    waiting += text;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const at = waiting.indexOf(mark);
      if (at < 0) return;
      const part = waiting.slice(0, at);
      waiting = waiting.slice(at + mark.length);
      if (isData) {
        isData = false;
        receive(to, part.replaceAll('\r\n..', '\r\n.'));
        answer('250 kept');
      } else {
        obey(part);
      }
    }
  });
}
