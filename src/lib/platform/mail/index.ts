export { createMailer } from './mailer.ts';
export type { Mailer, MailMessage, MailRoute } from './mailer.ts';
export { deliver, mailFault } from './deliver.ts';
export { queueMail, sendQueuedMail, sendQueuedMailJob, sendWaitingMail } from './outbox.ts';
