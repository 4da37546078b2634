import { Plus, X } from 'lucide-react';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../planning/analysis/vocabulary.ts';
import { evidenceFound } from '../../planning/analysis/needs/evidence.ts';
import { placeCalled } from '../../planning/places.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { BLANK_EVIDENCE, isEvidence, type TypedEvidence } from './typed-need.ts';

const KIND_WORDS: Readonly<Record<EvidenceKind, string>> = {
  words: 'In words', age: 'How old the kit is', losses: 'What was lost or broken', cover: 'What is out of cover', support: 'What is out of support', ratio: 'Pupils to each device',
};

type EvidenceFieldsProps = { readonly evidence: readonly TypedEvidence[]; readonly onEvidence: (evidence: readonly TypedEvidence[]) => void };

/** What speaks for it: words, or facts that the register works out afresh each time. */
export function EvidenceFields({ evidence, onEvidence }: EvidenceFieldsProps) {
  const { snapshot, asOf } = usePlan();
  const called = placeCalled(snapshot.locations);
  const change = (at: number, part: Partial<TypedEvidence>): void => onEvidence(evidence.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const number = (text: string): number | null => (text === '' ? null : Number(text));
  return (
    <fieldset className="group">
      <legend>Evidence</legend>
      {evidence.map((each, at) => {
        const told = evidenceFound(snapshot, { id: 0, kind: each.kind, text: null, categoryKey: each.categoryKey || null, locationId: number(each.locationId), departmentId: number(each.departmentId) }, asOf);
        return (
          <div key={at} className="fields">
            <SelectField label="Evidence" value={each.kind} options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))} onChange={(event) => change(at, { kind: isEvidence(event.currentTarget.value) })} />
            <span><IconButton label="Remove this evidence" small onClick={() => onEvidence(evidence.filter((_, index) => index !== at))}><X aria-hidden="true" /></IconButton></span>
            {each.kind !== 'words' && (
              <>
                <SelectField
                  label="Of which kit" value={each.categoryKey} onChange={(event) => change(at, { categoryKey: event.currentTarget.value })}
                  options={[{ value: '', label: 'Any kit' }, ...snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').map(({ key, plural }) => ({ value: key, label: startUpper(plural) }))]}
                />
                <SelectField
                  label="In" value={each.locationId} onChange={(event) => change(at, { locationId: event.currentTarget.value })}
                  options={[{ value: '', label: 'Any place' }, ...snapshot.locations.map(({ id }) => ({ value: String(id), label: called(id) ?? '' }))]}
                />
                <SelectField
                  label="Of" value={each.departmentId} onChange={(event) => change(at, { departmentId: event.currentTarget.value })}
                  options={[{ value: '', label: 'Any department' }, ...snapshot.departments.map(({ id, name }) => ({ value: String(id), label: name }))]}
                />
              </>
            )}
            <div className="wide"><TextField label={each.kind === 'words' ? 'What speaks for it' : 'In your words (may stay empty)'} value={each.text} onChange={(event) => change(at, { text: event.target.value })} /></div>
            {told !== null && <p className="wide hint" aria-live="polite">{told.sentence}</p>}
          </div>
        );
      })}
      <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => onEvidence([...evidence, BLANK_EVIDENCE])}>Add evidence</Button>
    </fieldset>
  );
}
