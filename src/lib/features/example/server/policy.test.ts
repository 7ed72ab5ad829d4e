import { describe, expect, test } from 'vitest';
import { mayStepInto } from './policy.ts';

const own = { kind: 'own' } as const;
const example = { kind: 'example' } as const;

describe('whose shoes anyone may step into', () => {
  test.each([
    { who: 'somebody of the example', organisations: [example], may: true },
    { who: 'somebody of two examples', organisations: [example, example], may: true },
    { who: 'somebody without a role anywhere', organisations: [], may: false },
    { who: 'somebody of a real organisation', organisations: [own], may: false },
    {
      who: 'somebody of a real organisation who was given a role in the example',
      organisations: [example, own],
      may: false,
    },
  ])('$who: $may', ({ organisations, may }) => {
    expect(mayStepInto(organisations)).toBe(may);
  });
});
