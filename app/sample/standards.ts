import type { StandardStatus } from '../../planning/analysis/vocabulary.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/** What somebody at Hillcrest has answered of the DfE standards; the register answers others, and some nobody has yet. */
export type SampleAnswer = {
  readonly ref: string;
  readonly status: StandardStatus;
  readonly evidence: string;
  readonly ownerRole: string;
  readonly answeredOn: IsoDate;
  readonly nextReview: IsoDate;
};

const answer = (ref: string, status: StandardStatus, evidence: string, ownerRole = 'Network manager', answeredOn: IsoDate = '2026-09-16', nextReview: IsoDate = '2027-09-15'): SampleAnswer =>
  ({ ref, status, evidence, ownerRole, answeredOn, nextReview });

export const STANDARD_ANSWERS: readonly SampleAnswer[] = [
  answer('BB-1', 'meets', 'Full fibre since August 2024, Westmark contract WB-20418'),
  answer('BB-2a', 'na', 'A secondary school'),
  answer('BB-2b', 'meets', 'Measured 940 down and 930 up on 9 September'),
  answer('BB-3', 'meets', 'Backup line in the same contract, failover tried in July'),
  answer('BB-4', 'not_met', 'One router; a second is in no plan yet'),
  answer('BB-5', 'meets', 'Web filter and firewall of the broadband contract'),
  answer('NS-4', 'in_progress', 'Named admin accounts done; 802.1X only in the offices'),
  answer('NS-5', 'meets', 'Staff, pupils, guests and cameras apart'),
  answer('WL-3', 'meets', 'Heat map of June 2025'),
  answer('CS-1', 'in_progress', 'Risk assessment of May; not reviewed this term', 'Business manager', '2026-05-20', '2026-10-23'),
  answer('CS-5', 'meets', 'September training, 148 of 152 members of staff and the link governor', 'Safeguarding lead'),
  answer('CS-15', 'in_progress', 'Two copies in school, one outside; no restore was tried this term'),
  answer('FM-1', 'meets', 'The safeguarding lead, who is a deputy head', 'Safeguarding lead', '2026-09-02', '2027-09-01'),
  answer('FM-2', 'meets', 'Checked in July with a governor', 'Safeguarding lead', '2026-07-08', '2027-07-07'),
  answer('FM-8', 'in_progress', 'Laptops that go home: ten still to test', 'Safeguarding lead'),
  answer('DL-1', 'meets', 'The deputy head', 'Headteacher'),
  answer('DL-2', 'not_met', 'The governor who did it has left', 'Headteacher'),
];
