/** A step with everything that is required, on top of what a test cares about. */
export const stepFields = (unitId: string, wish: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  unitId,
  area: 'trust',
  title: 'Vragenhalfuur',
  ownerName: 'Femke Jansen',
  dueOn: '2026-06-01',
  hours: '6',
  euros: '100',
  actions: 'Kies een vast half uur\nVraag twee mensen om te beginnen\nVertel wat ermee gebeurde',
  ...wish,
});
