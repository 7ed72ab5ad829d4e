export { createMailer } from './mailer.ts';
export type { Mailer, MailMessage } from './mailer.ts';
export { deliver, mailFault } from './deliver.ts';
export { queueMail, sendQueuedMail, sendQueuedMailJob, sendWaitingMail } from './outbox.ts';
