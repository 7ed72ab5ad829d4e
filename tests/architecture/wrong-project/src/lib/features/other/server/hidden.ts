export const thing = 'hidden';
