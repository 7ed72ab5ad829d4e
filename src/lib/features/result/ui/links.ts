import type { TablePart } from '#lib/report/index.ts';
import type { ResultScan, UnitName } from '../contract.ts';

/** Where things lead from a page about one unit; a page outside an organisation (the example) has no links. */
export function resultLinks(organisationId: string, scan: Pick<ResultScan, 'id'>, unit: UnitName, isWhole = false) {
  const organisation = `/o/${organisationId}`;
  const result = `${organisation}/result/${scan.id}`;
  const about = `scan=${scan.id}&unit=${unit.id}`;
  const own = isWhole ? result : `${result}/unit/${unit.id}`;
  return {
    results: `${organisation}/result`,
    whole: result,
    own,
    unit: (id: string) => `${result}/unit/${id}`,
    area: (id: string) => `${result}/unit/${unit.id}/area/${id}`,
    sideBySide: (focus?: string) => `${result}/units${focus ? `?unit=${focus}` : ''}`,
    quality: `${result}/quality`,
    groups: `${result}/groups`,
    audit: `${result}/audit`,
    conversation: `${organisation}/conversation/${unit.id}`,
    step: `${organisation}/step-plan/${unit.id}`,
    decisions: `${organisation}/step-plan`,
    contact: `${organisation}/contact?about=result&${about}`,
    pdf: `${result}/unit/${unit.id}/pdf`,
    xlsx: `${result}/xlsx`,
    csv: (part: TablePart) => `${result}/csv?part=${part}`,
  };
}

export type ResultLinks = ReturnType<typeof resultLinks>;
