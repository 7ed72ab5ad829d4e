import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartProblem } from '../doctor/index.ts';

/** The system account that PostgreSQL runs as, when that isn't our own. */
export interface DatabaseAccount {
  name: string;
  uid: number;
  gid: number;
}

const ownAccount = 'lerend';

/**
 * PostgreSQL refuses to run as root, so root hands it to an account without rights. The owner of an existing cluster
 * stays its owner. For a new one: `lerend` (made when it isn't there), else an account that every Linux has.
 * Undefined: we aren't root, and it runs as ourselves.
 */
export function databaseAccount(clusterDir: string): DatabaseAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  const ownerUid = ownerOf(clusterDir);
  const owner = accounts.find((account) => account.uid === ownerUid && account.uid !== 0);
  if (owner) return owner;
  const account =
    find(accounts, ownAccount) ?? makeOwnAccount() ?? find(accounts, 'postgres') ?? find(accounts, 'nobody');
  if (account) return account;
  throw new StartProblem('cannot-change-user', {
    nl: 'PostgreSQL mag niet als root draaien en er is geen andere gebruiker op deze machine: start Lerend als gewone gebruiker.',
    en: 'PostgreSQL may not run as root and this machine has no other user: start Lerend as an ordinary user.',
  });
}

/** The name that the kernel will tell PostgreSQL when this process connects. */
export function ownUserName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    throw new StartProblem(
      'cannot-change-user',
      {
        nl: `Gebruiker ${process.getuid?.()} heeft geen naam op deze machine en PostgreSQL wil er een: start Lerend als een gebruiker uit /etc/passwd, of wijs een database aan met DATABASE_URL.`,
        en: `User ${process.getuid?.()} has no name on this machine and PostgreSQL wants one: start Lerend as a user from /etc/passwd, or name a database with DATABASE_URL.`,
      },
      error,
    );
  }
}

function ownerOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.uid;
}

function readAccounts(): DatabaseAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
    });
}

function find(accounts: readonly DatabaseAccount[], name: string): DatabaseAccount | undefined {
  return accounts.find((account) => account.name === name && account.uid !== 0);
}

function makeOwnAccount(): DatabaseAccount | undefined {
  const shell = '/usr/sbin/nologin';
  const ways: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', shell, ownAccount],
    ],
    ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', shell, ownAccount]],
  ];
  for (const [program, args] of ways) {
    const made = spawnSync(program, args, { stdio: 'ignore', env: { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' } });
    if (made.status === 0) return find(readAccounts(), ownAccount);
  }
  return undefined;
}
