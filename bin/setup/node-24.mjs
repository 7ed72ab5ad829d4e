import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { problem, root } from './say.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
/** From 24.7 on, which opens a seal with one function. */
const isNode24 = major === 24 && minor >= 7;

/** The Node 24 to go on with: the one that runs now, else the one that was installed with the rest. Puts it first on PATH. */
export function findNode24() {
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const node = isNode24 ? process.execPath : existsSync(brought) ? brought : undefined;
  if (node === undefined) {
    throw problem({
      nl: `Lerend draait onder Node 24, vanaf 24.7; dit is Node ${process.versions.node}, en voor deze machine (${process.platform} ${process.arch}) brengt het er geen mee: installeer Node 24 van nodejs.org.`,
      en: `Lerend runs under Node 24, from 24.7 on; this is Node ${process.versions.node}, and it brings none along for this machine (${process.platform} ${process.arch}): install Node 24 from nodejs.org.`,
    });
  }
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return { node, isThisProcess: isNode24 };
}
