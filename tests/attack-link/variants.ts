import type { Change } from '../product/leave-out.ts';

/** The product as it is, and with one of its five protections left out. */
export const variants = [
  'full',
  'no-blind-credential',
  'no-sealing',
  'no-shuffle',
  'no-rewrite',
  'no-padding',
] as const;
export type Variant = (typeof variants)[number];

const ballot = (name: string) => `packages/ballot/src/${name}.ts`;
const answering = (name: string) => `src/lib/features/answering/server/${name}.ts`;

/**
 * What is left out, in the product's own source while it is loaded: there is no setting for it. A place that isn't there
 * exactly once is an error, so that a change of the product can't leave an ablation without effect.
 */
export const leftOut: Readonly<Record<Variant, readonly Change[]>> = {
  full: [],

  // The number goes to the server as it is, and the server remembers against the invitation for what it was signed.
  'no-blind-credential': [
    {
      file: ballot('blind-signature'),
      from: 'const factor = drawFactor(randomBytes, modulus, length);',
      to: 'const factor = 1n;',
    },
    {
      file: 'src/lib/features/invitation/server/bind-code.ts',
      from: "const digest = keyed(platform.secrets, 'issuance-request', [scanId, request]);",
      to: "const digest = createHash('sha256').update(request).digest();",
    },
    {
      file: 'src/lib/features/invitation/server/bind-code.ts',
      from: "return keyed(secrets, 'issuance', [scanId, code]);",
      to: "return keyed(secrets, 'invitation-code-tag', [scanId, code]);",
    },
    {
      file: 'src/lib/features/invitation/server/bind-code.ts',
      from: "import { randomBytes } from 'node:crypto';",
      to: "import { createHash, randomBytes } from 'node:crypto';",
    },
  ],

  // The bytes have the same length and places, and anybody can read them.
  'no-sealing': [
    {
      file: ballot('sealed-ballot'),
      from: 'return seal(contentOf(place, payload), { info: infoOf(place), bound: boundTo(place) });',
      to: 'return joinBytes(new Uint8Array(encapsulationBytes), contentOf(place, payload), new Uint8Array(tagBytes));',
    },
    {
      file: answering('node-hpke'),
      from: 'return (sealed, info, bound) => {',
      to: 'return (sealed, info, bound) => { return new Uint8Array(sealed.slice(keyBytes, -tagBytes));',
    },
  ],

  'no-shuffle': [{ file: ballot('shuffle'), from: 'const shuffled = [...items];', to: 'return [...items];' }],

  'no-rewrite': [
    {
      file: answering('wipe-traces'),
      from: 'if (await database.rewrite(wipedTables))',
      to: 'if (wipedTables.length > 0)',
    },
  ],

  // A ballot is as long as what was answered. The database's own check of the length is taken away by the run.
  'no-padding': [
    {
      file: ballot('sealed-ballot'),
      from: 'const content = new Uint8Array(contentBytes(place.kind));',
      to: 'payload = payload.slice(0, 1 + payload.findLastIndex((byte) => byte !== 0)); const content = new Uint8Array(at.payload + payload.length);',
    },
    {
      file: ballot('sealed-ballot'),
      from: 'content.length === contentBytes(kind) && ',
      to: '',
    },
    {
      file: ballot('sealed-ballot'),
      from: 'payload: content.slice(at.payload, at.payload + lengthIn(content))',
      to: 'payload: joinBytes(content.slice(at.payload), new Uint8Array(1024 - lengthIn(content)))',
    },
    {
      file: ballot('received-ballot'),
      from: 'sealed.length === sealedBytes[kind]',
      to: 'sealed.length <= sealedBytes[kind]',
    },
    {
      file: answering('ballot-input'),
      from: 'if (read?.length === count) return read;',
      to: 'if (read && (read.length === count || count === sealedBytes.ballot)) return read;',
    },
  ],
};
