import type { Language } from '../language/index.ts';

export type StartProblemCode =
  | 'already-running'
  | 'cannot-change-user'
  | 'database-failed'
  | 'database-unreachable'
  | 'disk-full'
  | 'folder-not-writable'
  | 'node-too-old'
  | 'other-major-version'
  | 'platform-not-supported'
  | 'port-not-allowed'
  | 'port-taken'
  | 'settings-invalid';

/** Why Lerend can't start, in one sentence that says what to do: a system administrator reads only this. */
export class StartProblem extends Error {
  readonly code: StartProblemCode;
  readonly sentences: Readonly<Record<Language, string>>;

  constructor(code: StartProblemCode, sentences: Readonly<Record<Language, string>>, cause?: unknown) {
    super(sentences.en, cause === undefined ? undefined : { cause });
    this.name = 'StartProblem';
    this.code = code;
    this.sentences = sentences;
  }

  sentence(language: Language): string {
    return this.sentences[language];
  }
}

/** The language of the terminal: Dutch when the environment asks for it, else English. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
