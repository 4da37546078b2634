import { STANDARD_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { ANSWER_STANDING_WORDS, byStandard, type Answered } from '../../planning/analysis/standards/answers.ts';
import { needWords } from '../../planning/analysis/standards/road-words.ts';
import type { LinkedNeed } from '../../planning/analysis/standards/linked-needs.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { TableColumn, TableDocument } from './table-document.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Standard', kind: 'text', width: 26 },
  { heading: 'Part', kind: 'text', width: 11 },
  { heading: 'To be met by', kind: 'text', width: 16 },
  { heading: 'Reference', kind: 'text', width: 10 },
  { heading: 'Requirement', kind: 'text', width: 60 },
  { heading: 'Threshold', kind: 'text', width: 30 },
  { heading: 'How often', kind: 'text', width: 20 },
  { heading: 'Stands', kind: 'text', width: 14 },
  { heading: 'Answered by', kind: 'text', width: 14 },
  { heading: 'Answer', kind: 'text', width: 20 },
  { heading: 'Evidence', kind: 'text', width: 50 },
  { heading: 'The register says', kind: 'text', width: 60 },
  { heading: 'Differs from the register', kind: 'text', width: 12 },
  { heading: 'Owner', kind: 'text', width: 20 },
  { heading: 'Answered on', kind: 'date', width: 13 },
  { heading: 'Next review', kind: 'date', width: 13 },
  { heading: 'Review late', kind: 'text', width: 11 },
  { heading: 'Needs', kind: 'text', width: 40 },
  { heading: 'Source', kind: 'text', width: 40 },
  { heading: 'Last checked', kind: 'date', width: 13 },
];

const BY_WORDS: Readonly<Record<Answered['by'], string>> = { person: 'a person', register: 'the register', nobody: 'nobody yet' };

/** The standards with the school's answers, a row for each requirement, the worst of each standard first. */
export function standardsTable(school: string, asOf: IsoDate, answers: readonly Answered[], needs: ReadonlyMap<number, readonly LinkedNeed[]>): TableDocument {
  return {
    title: 'Standards', sheet: 'Standards', school, asOf, columns: COLUMNS,
    rows: byStandard(answers).flatMap(({ answered }) => answered).map(({ requirement, standing, by, register, overruled, late }) => [
      requirement.standard, requirement.tier, requirement.target, requirement.ref, requirement.requirement, requirement.threshold, requirement.cadence,
      ANSWER_STANDING_WORDS[standing], BY_WORDS[by], requirement.status === null ? null : STANDARD_STATUS_WORDS[requirement.status], requirement.evidence,
      register?.sentence ?? null, overruled ? 'yes' : null, requirement.ownerRole, requirement.answeredOn, requirement.nextReview, late ? 'late' : null,
      (needs.get(requirement.id) ?? []).map(needWords).join('; ') || null, requirement.source, requirement.asOf,
    ]),
  };
}
