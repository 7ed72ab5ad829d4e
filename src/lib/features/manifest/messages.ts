import { messagesFrom } from '#lib/platform/language/index.ts';
import en from './messages.en.json' with { type: 'json' };
import nl from './messages.nl.json' with { type: 'json' };

export const manifestMessages = messagesFrom({ nl, en });
