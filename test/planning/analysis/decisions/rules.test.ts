import { describe, expect, it } from 'vitest';
import { decideProblem, keptProblem, reviewedProblem, waitingProblem, type AskedDecision } from '../../../../planning/analysis/decisions/rules.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, needOption } from '../analysis-fixtures.ts';

const SOFTWARE = { product: 'Sketch and sound', publisher: null, seats: 16, softwareId: null, checkNote: null } as const;
const needs = [
  needFor({ id: 1, name: 'Music suite', options: [needOption({ id: 11, name: 'Do nothing' }), needOption({ id: 12, name: 'Better model' })] }),
  needFor({ id: 2, name: 'Reception display', options: [needOption({ id: 21 })] }),
  needFor({ id: 3, name: 'Sound editor', options: [needOption({ id: 31 })], software: { ...SOFTWARE, compatible: 'yes', networkInstall: 'unknown', licenceAllows: 'unknown' } }),
  needFor({ id: 4, name: 'Nothing written down' }),
];
const decisions = [
  decisionOn({ id: 1, needId: 2, choice: 'merge', mergedIntoNeedId: 1, decidedOn: '2026-09-01' }),
  decisionOn({ id: 2, title: 'Move money', choice: 'approve', decidedOn: '2026-09-18', virementId: 7 }),
  decisionOn({ id: 3, title: 'Choose for sound', needId: 3 }),
];
const made = (parts: Partial<AskedDecision> & { readonly workaroundSaid?: boolean } = {}) => {
  const { id: _id, ...blank } = decisionOn({ id: 99, needId: 1, choice: 'approve', optionId: 12, decidedOn: AS_OF });
  return { ...blank, id: null, saysWorkaround: parts.workaroundSaid ?? false, ...parts };
};

describe('a decision that is made', () => {
  it.each([
    ['the day is missing', { decidedOn: null }, 'decidedOn', 'Give the day on which it was decided.'],
    ['the day is still to come', { decidedOn: '2026-11-22' }, 'decidedOn', '22 November 2026 is still to come. Give the day on which it was decided, or put it up for decision by then.'],
    ['no option is chosen', { optionId: null }, 'optionId', 'Choose the option that is approved: one of A Do nothing and B Better model.'],
    ['the option is another need’s', { optionId: 21 }, 'optionId', 'Choose the option that is approved: one of A Do nothing and B Better model.'],
    ['there is no option yet', { needId: 4, optionId: null }, 'optionId', 'This need has no option to approve. Write one down in Needs first: what is bought and what it costs.'],
    ['the checks of software are open', { needId: 3, optionId: 31 }, 'choice', 'Sketch and sound can be approved once somebody has checked whether it installs over the network and whether its licence allows the use. Answer that at N-03, or defer it.'],
    ['the same for a pilot', { needId: 3, optionId: 31, choice: 'approve_pilot', pilotUntil: '2027-07-20', pilotMeasure: 'Used' }, 'choice', expect.stringContaining('once somebody has checked')],
    ['a pilot has no end', { choice: 'approve_pilot', pilotMeasure: 'Used weekly' }, 'pilotUntil', 'Say when the pilot ends. On that day it is adopted, extended or stopped.'],
    ['a pilot ends at once', { choice: 'approve_pilot', pilotMeasure: 'Used weekly', pilotUntil: AS_OF }, 'pilotUntil', 'A pilot ends after the day it was decided, 21 November 2026.'],
    ['a pilot has no measure', { choice: 'approve_pilot', pilotUntil: '2027-07-20' }, 'pilotMeasure', expect.stringContaining('Say how you will know that it worked')],
    ['it is declined without a reason', { choice: 'decline', workaroundSaid: true }, 'because', 'Say why it is declined: whoever asked is told the reason.'],
    ['it is deferred without a reason', { choice: 'defer', workaroundSaid: true }, 'because', 'Say why it is deferred: whoever asked is told the reason.'],
    ['nothing is said about a workaround', { choice: 'decline', because: 'Serves no objective' }, 'workaround', 'Say what they can do meanwhile, or tick that there is nothing.'],
    ['it is merged into nothing', { choice: 'merge' }, 'mergedIntoNeedId', 'Choose the need that it becomes a part of.'],
    ['it is merged into itself', { choice: 'merge', mergedIntoNeedId: 1 }, 'mergedIntoNeedId', 'A need cannot be merged into itself. Choose another need.'],
    ['it is merged in a circle', { choice: 'merge', mergedIntoNeedId: 2 }, 'mergedIntoNeedId', 'N-02 Reception display was itself merged into this need. Choose a need that stands on its own.'],
    ['there is no need to merge', { choice: 'merge', needId: null, mergedIntoNeedId: 2 }, 'choice', expect.stringContaining('Only a need can be merged')],
    ['it comes before the decision it follows', { needId: 2, optionId: 21, decidedOn: '2026-08-31' }, 'decidedOn', 'D-01 was decided on 1 September 2026. What takes its place was decided on that day or later.'],
    ['its review comes before it', { reviewOn: '2026-11-20' }, 'reviewOn', 'It is looked at again after it was decided, on 21 November 2026 or later.'],
    ['a question has no day', { reviewQuestion: 'Is it used?' }, 'reviewOn', 'Give the day on which that is asked.'],
    ['its move carries out another', { virementId: 7 }, 'virementId', 'That move carries out D-02 Move money. Choose another, or none.'],
    ['two options are chosen', { weighed: [{ chosen: true }, { chosen: true }] }, 'weighed', 'Mark one option as chosen, or none.'],
    ['somebody was told tomorrow', { tellings: [{ toldOn: '2026-11-22', how: null }] }, 'tellings', '22 November 2026 is still to come. Give the day on which they were told.'],
  ] as const)('is refused at its field where %s', (_what, parts, field, text) => {
    expect(decideProblem(made(parts), { needs, decisions }, AS_OF)).toEqual({ field, text });
  });

  it.each([
    ['an option is approved', {}], ['a pilot says its end and its measure', { choice: 'approve_pilot', pilotUntil: '2027-07-20', pilotMeasure: 'Used weekly' }],
    ['it is declined with a reason and a workaround', { choice: 'decline', because: 'Serves no objective', workaround: 'The old one stays', workaroundSaid: true }],
    ['it is deferred and nobody knows a way round, said on purpose', { choice: 'defer', because: 'The tender is late', workaroundSaid: true }],
    ['it is merged into a need that stands on its own', { choice: 'merge', mergedIntoNeedId: 3 }],
    ['it is about no need', { needId: null, optionId: null }], ['it takes over the move of what it replaces', { needId: null, optionId: null, virementId: 7, replacesId: 2 }],
  ] as const)('stands where %s', (_what, parts) => expect(decideProblem(made(parts), { needs, decisions }, AS_OF)).toBeNull());
});

describe('what else is said of a decision', () => {
  it('lets one decision at a time wait for a need', () => {
    expect(waitingProblem(made({ choice: null, needId: 3 }), { needs, decisions }, AS_OF)).toEqual({ field: 'needId', text: 'D-03 Choose for sound waits for the same need already. Make that decision, or change it.' });
    expect(waitingProblem(made({ choice: null, needId: 3, id: 3 }), { needs, decisions }, AS_OF)).toBeNull();
  });

  it('asks nothing of a need’s options again once it is made', () => {
    expect(keptProblem(made({ optionId: null }), { needs, decisions }, AS_OF)).toBeNull();
  });

  it.each([
    ['before it was decided', { reviewedOn: '2026-09-17' }, 'reviewedOn', 'It was decided on 18 September 2026. Give that day or a later one.'],
    ['tomorrow', { reviewedOn: '2026-11-22' }, 'reviewedOn', '22 November 2026 is still to come. Give the day on which it was looked at.'],
    ['and again on the same day', { reviewOn: AS_OF }, 'reviewOn', 'Give a day after 21 November 2026, or none where it is settled.'],
    ['with a question for no day', { reviewQuestion: 'Still so?' }, 'reviewOn', 'Give the day on which that is asked.'],
  ] as const)('is not reviewed %s', (_what, parts, field, text) => {
    expect(reviewedProblem(decisionOn({ id: 2, choice: 'approve', decidedOn: '2026-09-18' }), { reviewedOn: AS_OF, reviewOn: null, reviewQuestion: null, ...parts }, AS_OF)).toEqual({ field, text });
  });
});
