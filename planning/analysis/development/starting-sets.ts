import type { IsoDate } from '../../vocabulary.ts';

/**
 * Areas to start a development plan from, one set for each inspectorate. They are a school's own words from the day it takes
 * them: it renames, adds and removes as it likes.
 */
export const STARTING_SETS = ['ofsted_2025', 'estyn', 'hgios4', 'eti'] as const;
export type StartingSetKey = (typeof STARTING_SETS)[number];

export type StartingSet = {
  readonly name: string;
  readonly areas: readonly string[];
  readonly source: string;
  /** The day the words were read; null where they are usual headings that a school checks against its inspectorate's own. */
  readonly asOf: IsoDate | null;
};

export const STARTING_SET: Readonly<Record<StartingSetKey, StartingSet>> = {
  ofsted_2025: {
    name: 'Ofsted, from 10 November 2025 (England)',
    areas: [
      'Inclusion', 'Curriculum and teaching', 'Achievement', 'Attendance and behaviour', 'Personal development and well-being',
      'Leadership and governance', 'Early years', 'Post-16', 'Safeguarding',
    ],
    source: 'The areas that Ofsted has reported on since 10 November 2025, as schools’ advisers tell them. Safeguarding is met or not met; early years and post-16 where a school has them.',
    asOf: '2026-08-22',
  },
  estyn: {
    name: 'Estyn (Wales)',
    areas: ['Teaching and learning', 'Well-being, care, support and guidance', 'Leading and improving'],
    source: 'The three inspection areas that Estyn is known to use since September 2024. Usual headings, not read from Estyn’s own page.',
    asOf: null,
  },
  hgios4: {
    name: 'How good is our school? 4 (Scotland)',
    areas: ['Leadership and management', 'Learning provision', 'Successes and achievements'],
    source: 'The three categories that “How good is our school?”, fourth edition, is known by. Usual headings, not read from Education Scotland’s own page.',
    asOf: null,
  },
  eti: {
    name: 'ETI (Northern Ireland)',
    areas: ['Outcomes for learners', 'Quality of provision', 'Leadership and management', 'Care and welfare', 'Safeguarding'],
    source: 'The headings that the Inspection and Self-Evaluation Framework is known by. Usual headings, not read from the Education and Training Inspectorate’s own page.',
    asOf: null,
  },
};
