import { isAreaCode } from './areas.ts';
import { builtInCutScores, cutFault, narrowestLevel } from './cut-scores.ts';
import type { CutScores, CutScoreSetting, LevelCuts } from './cut-scores.ts';
import type { Localised } from './language.ts';
import { instrumentVersion } from './version.ts';

/** What is wrong with a file of cut scores: where, as a JSON path, and a plain sentence. */
export type CutScoreFault = { readonly path: string; readonly message: Localised };

type Fields = Readonly<Record<string, unknown>>;
type Report = (path: string, message: Localised) => void;

const longestText = 4000;
const longestVersion = 40;

/**
 * Checks a file of cut scores that was read as JSON: `{ "format": "lerend-cut-scores/1", "instrumentVersion",
 * "version", "rationale": {"nl","en"}, "cuts": {"begun","usual","improving"}, "areaCuts"?: {AREA: cuts},
 * "setting"?: {…} }`. Gives the cut scores, status *set*, or every fault; never throws on bad input. A version that
 * is called like the built-in one, and one of another main version of the questionnaire, are faults.
 */
export function parseCutScores(
  json: unknown,
): { readonly ok: true; readonly cutScores: CutScores } | { readonly ok: false; readonly faults: CutScoreFault[] } {
  const faults: CutScoreFault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  if (!isFields(json) || json['format'] !== 'lerend-cut-scores/1') {
    report('$.format', {
      nl: 'Dit is geen bestand met niveaugrenzen van Lerend (“format”: “lerend-cut-scores/1”).',
      en: 'This is not a file of level cut scores by Lerend (“format”: “lerend-cut-scores/1”).',
    });
    return { ok: false, faults };
  }
  if (mainVersion(json['instrumentVersion']) !== mainVersion(instrumentVersion)) {
    report('$.instrumentVersion', {
      nl: `Deze grenzen horen bij een andere vragenlijst; hier geldt versie ${instrumentVersion}.`,
      en: `These cuts belong to another questionnaire; version ${instrumentVersion} is in use here.`,
    });
  }
  const cuts = parseCuts(json['cuts'], '$.cuts', report);
  const areaCuts = parseAreaCuts(json['areaCuts'], report);
  const setting = parseSetting(json['setting'], report);
  const cutScores: CutScores = {
    version: parseVersion(json['version'], report),
    status: 'set',
    rationale: parseRationale(json['rationale'], report),
    cuts,
    ...(areaCuts ? { areaCuts } : {}),
    ...(setting ? { setting } : {}),
  };
  return faults.length === 0 ? { ok: true, cutScores } : { ok: false, faults };
}

function parseVersion(version: unknown, report: Report): string {
  if (version === builtInCutScores.version) {
    report('$.version', {
      nl: `De versie heet ${version}, net als de ingebouwde grenzen. Geef haar een eigen naam.`,
      en: `The version is called ${version}, like the built-in cuts. Give it a name of its own.`,
    });
  } else if (
    typeof version === 'string' &&
    /^[\p{L}\d][\p{L}\d .-]*$/u.test(version) &&
    version.length <= longestVersion
  )
    return version;
  else {
    report('$.version', {
      nl: `De versie is een naam van letters, cijfers, punten en streepjes, hoogstens ${longestVersion} tekens.`,
      en: `The version is a name of letters, digits, dots and dashes, ${longestVersion} characters at most.`,
    });
  }
  return '';
}

function parseRationale(rationale: unknown, report: Report): Localised {
  const [nl, en] = isFields(rationale) ? [rationale['nl'], rationale['en']] : [];
  if (isText(nl) && isText(en)) return { nl: nl.trim(), en: en.trim() };
  report('$.rationale', {
    nl: `De onderbouwing hoort er in het Nederlands (nl) en het Engels (en) bij, elk hoogstens ${longestText} tekens.`,
    en: `The rationale belongs here in Dutch (nl) and English (en), each ${longestText} characters at most.`,
  });
  return { nl: '', en: '' };
}

function parseCuts(cuts: unknown, path: string, report: Report): LevelCuts {
  const [begun, usual, improving] = isFields(cuts) ? [cuts['begun'], cuts['usual'], cuts['improving']] : [];
  if (typeof begun !== 'number' || typeof usual !== 'number' || typeof improving !== 'number') {
    report(path, {
      nl: 'Hier horen drie getallen: begun, usual en improving.',
      en: 'Three numbers belong here: begun, usual and improving.',
    });
    return builtInCutScores.cuts;
  }
  const fault = cutFault({ begun, usual, improving });
  if (fault !== null) report(path, cutFaultSentences[fault]);
  return { begun, usual, improving };
}

const cutFaultSentences: Readonly<Record<'outside' | 'order' | 'too-close', Localised>> = {
  outside: { nl: 'Een grens ligt tussen 0 en 100.', en: 'A cut lies between 0 and 100.' },
  order: {
    nl: 'De grenzen lopen op: begonnen, dan gewoon, dan steeds beter.',
    en: 'The cuts go up: begun, then usual, then improving.',
  },
  'too-close': {
    nl: `Elk niveau is minstens ${narrowestLevel} punten breed, ook het laagste en het hoogste.`,
    en: `Every level is at least ${narrowestLevel} points wide, the lowest and the highest as well.`,
  },
};

function parseAreaCuts(areaCuts: unknown, report: Report): CutScores['areaCuts'] {
  if (areaCuts === undefined) return undefined;
  if (!isFields(areaCuts)) {
    report('$.areaCuts', { nl: 'Hier horen grenzen per gebied.', en: 'Cuts per area belong here.' });
    return undefined;
  }
  const unknown = Object.keys(areaCuts).filter((area) => !isAreaCode(area));
  for (const area of unknown) {
    report(`$.areaCuts.${area}`, { nl: `‘${area}’ is geen gebied.`, en: `‘${area}’ is not an area.` });
  }
  const known = Object.entries(areaCuts).filter(([area]) => isAreaCode(area));
  return Object.fromEntries(known.map(([area, cuts]) => [area, parseCuts(cuts, `$.areaCuts.${area}`, report)]));
}

function parseSetting(setting: unknown, report: Report): CutScoreSetting | undefined {
  if (setting === undefined) return undefined;
  const fields = isFields(setting) ? setting : {};
  const { method, form, panellists, year, standardErrors } = fields;
  const [begun, usual, improving] = isFields(standardErrors)
    ? [standardErrors['begun'], standardErrors['usual'], standardErrors['improving']]
    : [];
  if (
    method === 'extended-angoff' &&
    (form === 'full' || form === 'short') &&
    isWhole(panellists, 1, 1000) &&
    isWhole(year, 2020, 2200) &&
    isError(begun) &&
    isError(usual) &&
    isError(improving)
  )
    return { method, form, panellists, year, standardErrors: { begun, usual, improving } };
  report('$.setting', {
    nl: 'Wat over de sessie wordt verteld klopt niet: methode, vragenlijst, aantal mensen, jaar en standaardfouten.',
    en: 'What is told about the session is not right: method, form, number of people, year and standard errors.',
  });
  return undefined;
}

function mainVersion(version: unknown): string | null {
  return typeof version === 'string' ? (version.split('.')[0] ?? null) : null;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isError(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 100;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
