import { formatDay } from '#lib/platform/language/index.ts';
import { heading, paragraph } from '#lib/report/index.ts';
import type { Block } from '#lib/report/index.ts';
import { privacyMessages } from '../../messages.ts';
import type { FileFacts } from './file-facts.ts';

const notHeldOff = [
  'code',
  'shares',
  'memory',
  'key-log',
  'camera',
  'copies',
  'ssd',
  'wal',
  'script',
  'guess',
  'heads',
] as const;
/** Where the server has the key, nobody holds a share of it and it needn't come. */
const ofKeepers: ReadonlySet<string> = new Set(['shares', 'memory']);

/** What each attacker can do, and what isn't held off. */
export function protectsAgainst({ language, scan }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const kind = scan?.openingKey ?? 'server';
  const attackers = ['colleague', 'coordinator', `copy-${kind}`, `admin-${kind}`, 'network'] as const;
  return [
    heading(say('file-threat-title')),
    paragraph(say('file-threat-lead')),
    {
      kind: 'table',
      caption: say('file-threat-caption'),
      columns: (['who', 'can', 'cannot'] as const).map((column) => ({
        label: say(`file-threat-${column}`),
        align: 'start' as const,
      })),
      rows: attackers.map((one) => [
        say(`file-attacker-${one}-who`),
        say(`file-attacker-${one}-can`),
        say(`file-attacker-${one}-cannot`),
      ]),
    },
    heading(say('file-not-title'), 3),
    {
      kind: 'list',
      items: notHeldOff.filter((one) => kind === 'keeper' || !ofKeepers.has(one)).map((one) => say(`file-not-${one}`)),
    },
    paragraph(say('file-question', { text: say('file-threat-question') })),
  ];
}

/** The manifest and its fingerprint, and how to check it. */
export function whatIsFixed({ language, scan, publicUrl }: FileFacts): Block[] {
  const say = privacyMessages(language);
  const { fingerprint, code } = scan ?? {};
  return [
    heading(say('file-fixed-title')),
    ...(fingerprint && code
      ? [
          paragraph(say('file-fixed-open', { fingerprint })),
          paragraph(say('file-fixed-check', { address: `${publicUrl}/s/${code}` })),
        ]
      : [paragraph(say('file-fixed-draft'))]),
    paragraph(say('file-fixed-limit')),
  ];
}

/** What the audit of this peiling's own figures found. */
export function lastAudit({ language, scan, audit }: FileFacts): Block[] {
  const say = privacyMessages(language);
  if (!scan) return [];
  const title = heading(say('file-audit-title'));
  if (!audit) return [title, paragraph(say(scan.research ? 'file-audit-pilot' : 'file-audit-none'))];
  return [
    title,
    paragraph(say('file-audit-lead')),
    {
      kind: 'facts',
      rows: [
        { label: say('file-audit-found'), value: audit.heading },
        { label: say('file-audit-state'), value: say(audit.isHeldBack ? 'file-audit-held' : 'file-audit-free') },
        ...audit.facts.map(({ term, text }) => ({ label: term, value: text })),
        { label: say('file-audit-on'), value: formatDay(audit.auditedAt, language) },
      ],
    },
  ];
}

/** What came out of the attacks that were tried on the product itself. */
export function whatWasTried({ language, attacks }: FileFacts): Block[] {
  const say = privacyMessages(language);
  if (attacks.length === 0) return [heading(say('file-attack-title')), paragraph(say('file-attack-none'))];
  return [
    heading(say('file-attack-title')),
    paragraph(say('file-attack-lead')),
    ...attacks.flatMap(({ caption, note, columns, rows }): Block[] => [
      ...(note === null ? [] : [paragraph(note, 'quiet')]),
      {
        kind: 'table',
        caption: caption ?? say('file-attack-caption'),
        columns: columns.map((label, at) => ({ label, align: at === 0 ? 'start' : 'end' })),
        rows,
      },
    ]),
  ];
}
