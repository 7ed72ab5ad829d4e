import { snapshotForm } from '@lerend/analysis';
import type { FormName } from '@lerend/instrument';

/**
 * Whether somebody who got this form can have answered these items: all of them asked, and in a scan in parts no more of
 * an area than everyone gets. Which ones the lot gave them, nobody but their device knows.
 */
export function mayHaveAnswered(form: FormName, itemIds: readonly string[]): boolean {
  const { itemIds: asked, areas, drawnPerArea } = snapshotForm(form);
  if (!itemIds.every((id) => asked.includes(id))) return false;
  if (drawnPerArea === null) return true;
  return areas.every(
    ({ columns }) => columns.filter((column) => itemIds.includes(asked[column] ?? '')).length <= drawnPerArea,
  );
}
