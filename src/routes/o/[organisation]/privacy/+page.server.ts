import type { ServerLoad } from '@sveltejs/kit';
import { ask, enter } from '#lib/entry/index.ts';
import { mayAnswerRequests } from '#lib/features/personal-data/server/index.ts';
import { auditLog, mayTakePrivacyFile, maySeeAuditLog, privacyFigures } from '#lib/features/privacy/server/index.ts';

export const load: ServerLoad = async (event) => {
  const context = await enter(event);
  const figures = await ask(() => privacyFigures(context));
  return {
    figures,
    mayAnswerRequests: mayAnswerRequests(context.actor),
    mayTakeFile: mayTakePrivacyFile(context.actor),
    log: maySeeAuditLog(context.actor) ? await ask(() => auditLog(context)) : null,
  };
};
