import { giveGroup } from '#lib/features/answering/server/index.ts';
import { jsonDoor } from '../json-door.ts';

export const POST = jsonDoor(giveGroup);
