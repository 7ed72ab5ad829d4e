import { say } from './say.ts';

interface Command {
  /** One line for the list of commands, in both languages. */
  readonly nl: string;
  readonly en: string;
  /** Runs the command; gives the exit code. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

const commands: Readonly<Record<string, Command>> = {
  analyse: {
    nl: 'antwoorden in een bestand analyseren, zonder server',
    en: 'analyse the answers in a file, without a server',
    load: async () => (await import('./commands/analyse.ts')).analyse,
  },
  audit: {
    nl: 'wat alle cijfers van een uitslag samen over een paar mensen vertellen',
    en: 'what all figures of a result together tell of a few people',
    load: async () => (await import('./commands/audit.ts')).auditScan,
  },
  doctor: {
    nl: 'de instellingen, en of alles klopt',
    en: 'the settings, and whether all is well',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  example: {
    nl: 'de voorbeeldorganisatie maken, en hoe je er inlogt',
    en: 'make the example organisation, and how to sign in there',
    load: async () => (await import('./commands/example.ts')).example,
  },
  manifest: {
    nl: 'nakijken wat bij de opening van een peiling is vastgelegd',
    en: 'check what the opening of a scan fixed',
    load: async () => (await import('./commands/manifest.ts')).manifest,
  },
  pool: {
    nl: 'gedeelde uitkomsten van vijf of meer organisaties samenbrengen',
    en: 'bring shared outcomes of five or more organisations together',
    load: async () => (await import('./commands/pool.ts')).poolFiles,
  },
  foresee: {
    nl: 'wat een peiling zal kunnen laten zien, uit een bestand met aantallen mensen',
    en: 'what a scan will be able to show, from a file with head counts',
    load: async () => (await import('./commands/foresee.ts')).foreseeTree,
  },
  'sign-in-link': {
    nl: 'een link waarmee een account één keer inlogt',
    en: 'a link that signs an account in once',
    load: async () => (await import('./commands/sign-in-link.ts')).signInLink,
  },
};

function overview(): string {
  const lines = Object.entries(commands).map(([name, { nl, en }]) => `  lerend ${name.padEnd(14)} ${nl} / ${en}`);
  return ['Lerend', '', ...lines, '', 'lerend OPDRACHT --help / lerend COMMAND --help'].join('\n');
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${overview()}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(`'${name}' is geen opdracht van lerend. / '${name}' is no command of lerend.`);
    say(overview());
    return 2;
  }
  return (await command.load())(rest);
}

process.exitCode = await run(process.argv.slice(2));
