import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeKey } from './make-key.ts';
import type { MadeKey } from './make-key.ts';
import { joinedKey } from './joined-key.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
let made: MadeKey;
let other: MadeKey;

beforeAll(async () => {
  made = await makeKey(subtle);
  other = await makeKey(subtle);
});

const join = (first: string, second: string) => joinedKey(subtle, [first, second], made.publicKey);

/** The file of a sheet, with words around its four lines. */
const file = (share: string) =>
  `Lerend · Peiling ABCD\nBlad 1 van 3\n\n${share}\n\nKorte vorm: ${made.shortForm}\n\nBewaar dit.\n`;

/** A share in which one character of a line is another one. */
function slip(share: string, line: number): string {
  const rows = share.split('\n');
  const row = rows[line] ?? '';
  rows[line] = (row.startsWith('7') ? '8' : '7') + row.slice(1);
  return rows.join('\n');
}

describe('two holders who join their shares', () => {
  test('get the key, typed or from the files of their sheets, in either order', async () => {
    const { keeper, coordinator, recovery } = made.shares;
    for (const [first, second] of [
      [keeper, coordinator],
      [recovery.toLowerCase().replaceAll('-', ' '), keeper],
      [file(coordinator), `\r\n${file(recovery).replaceAll('\n', '\r\n')}`],
      [keeper.replaceAll(/[-\n]/g, ''), file(recovery)],
    ] as const)
      expect(await join(first, second)).toMatchObject({ ok: true });
  });

  test('are told which share and which line has a slip', async () => {
    const { keeper, coordinator } = made.shares;
    expect(await join(keeper, slip(coordinator, 2))).toEqual({ ok: false, fault: 'fault-row', share: 1, row: 3 });
    expect(await join(slip(keeper, 0), coordinator)).toEqual({ ok: false, fault: 'fault-row', share: 0, row: 1 });
  });

  test('are told when it is twice the same, of another peiling, nothing, or no share at all', async () => {
    const { keeper, coordinator } = made.shares;
    expect(await join(keeper, file(keeper))).toMatchObject({ fault: 'fault-same', share: 1 });
    expect(await join(keeper, other.shares.coordinator)).toMatchObject({ fault: 'fault-other-key', share: 1 });
    expect(await join(other.shares.keeper, coordinator)).toMatchObject({ fault: 'fault-other-key', share: 0 });
    expect(await join(keeper, ' ')).toMatchObject({ fault: 'fault-empty', share: 1 });
    expect(await join('Blad 1 van 3', coordinator)).toMatchObject({ fault: 'fault-unreadable', share: 0 });
    expect(await join(keeper.slice(0, -3), coordinator)).toMatchObject({ fault: 'fault-unreadable', share: 0 });
  });
});
