import { z } from 'zod';
import { shareableResult } from '#lib/features/result/server/index.ts';
import { shareableStep } from '#lib/features/step-plan/server/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { read } from '#lib/platform/form/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { TalkSubject } from '../contract.ts';
import { contactFaults } from '../messages.ts';

const Asked = z.discriminatedUnion(
  'about',
  [
    z.object({ about: z.literal('general') }),
    z.object({ about: z.literal('result'), scan: z.uuid('subject-unclear'), unit: z.uuid('subject-unclear') }),
    z.object({ about: z.literal('step'), step: z.uuid('subject-unclear') }),
  ],
  'subject-unclear',
);

/** What somebody wants to talk about: from the page's address, or from its form. */
export function readSubject(input: Readonly<Record<string, unknown>>, language: Language): TalkSubject {
  const asked = read(Asked, { ...input, about: input['about'] ?? 'general' }, contactFaults(language));
  if (asked.about === 'result') return { kind: 'result', scanId: asked.scan, unitId: asked.unit };
  if (asked.about === 'step') return { kind: 'step', stepId: asked.step };
  return { kind: 'general' };
}

/** What this person could share about it: never more than they may see themselves, since the other features decide. */
export async function shareableLines(context: Context, subject: TalkSubject): Promise<readonly string[]> {
  if (subject.kind === 'result') return once(await shareableResult(context, subject.scanId, subject.unitId));
  if (subject.kind === 'step') return once(await shareableStep(context, subject.stepId));
  return [];
}

/** A line that stands there twice would be one box to tick and two lines to send. */
const once = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
