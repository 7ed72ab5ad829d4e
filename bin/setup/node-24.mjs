import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { problem, root } from './say.mjs';

const isNode24 = Number.parseInt(process.versions.node, 10) === 24;

/** The Node 24 to go on with: the one that runs now, else the one that was installed with the rest. Puts it first on PATH. */
export function findNode24() {
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const node = isNode24 ? process.execPath : existsSync(brought) ? brought : undefined;
  if (node === undefined) {
    throw problem({
      nl: `Lerend draait onder Node 24; dit is Node ${process.versions.node}, en voor deze machine (${process.platform} ${process.arch}) brengt het er geen mee: installeer Node 24 van nodejs.org.`,
      en: `Lerend runs under Node 24; this is Node ${process.versions.node}, and it brings none along for this machine (${process.platform} ${process.arch}): install Node 24 from nodejs.org.`,
    });
  }
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return { node, isThisProcess: isNode24 };
}
