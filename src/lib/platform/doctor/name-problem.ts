import { StartProblem } from './start-problem.ts';

/** What `server.listen` threw, as a sentence; an error of another kind comes back as it is. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartProblem(
      'port-taken',
      {
        nl: `Poort ${port} is al in gebruik: stop het programma dat daar luistert, of kies een andere met PORT=${port + 1}.`,
        en: `Port ${port} is already in use: stop the program that listens there, or choose another with PORT=${port + 1}.`,
      },
      error,
    );
  }
  if (code === 'EACCES') {
    return new StartProblem(
      'port-not-allowed',
      {
        nl: `Deze gebruiker mag niet luisteren op poort ${port}: kies een poort vanaf 1024, zoals PORT=3000.`,
        en: `This user may not listen on port ${port}: choose a port from 1024 up, such as PORT=3000.`,
      },
      error,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartProblem(
      'port-not-allowed',
      {
        nl: `Het adres ${host} hoort niet bij deze machine: zet HOST op 127.0.0.1, of op 0.0.0.0 voor alle adressen.`,
        en: `The address ${host} doesn't belong to this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
      },
      error,
    );
  }
  return error;
}

/** What making or writing in a folder threw, as a sentence; an error of another kind comes back as it is. */
export function folderProblem(error: unknown, folder: string, setting: string): unknown {
  const code = errorCode(error) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new StartProblem(
      'folder-not-writable',
      {
        nl: `In de map ${folder} kan deze gebruiker niet schrijven: geef de map de juiste rechten, of kies een andere met ${setting}.`,
        en: `This user can't write in the folder ${folder}: give the folder the right permissions, or choose another with ${setting}.`,
      },
      error,
    );
  }
  return error;
}

export function diskFull(folder: string, cause?: unknown): StartProblem {
  return new StartProblem(
    'disk-full',
    {
      nl: `De schijf van ${folder} is vol: maak ruimte en start opnieuw; wat al bewaard was, is niet kwijt.`,
      en: `The disk of ${folder} is full: make room and start again; what was already kept isn't lost.`,
    },
    cause,
  );
}

/** Node 24.7 or later in the same line is what the sources are written for and tested with. */
export function nodeTooOld(version: string): StartProblem {
  return new StartProblem('node-too-old', {
    nl: `Lerend draait onder Node 24, vanaf 24.7, en dit is Node ${version}: start met \`npm start\`, dat brengt Node 24 zelf mee.`,
    en: `Lerend runs under Node 24, from 24.7 on, and this is Node ${version}: start with \`npm start\`, which brings Node 24 along.`,
  });
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
