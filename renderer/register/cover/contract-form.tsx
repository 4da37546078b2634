import { agreementPaid } from '../../../planning/budget/fund-check.ts';
import { CFR_CODES } from '../../../planning/categories.ts';
import type { Contract } from '../../../planning/agreements/agreement.ts';
import { CONTRACT_KIND_WORDS, CONTRACT_KINDS, COST_CATEGORIES } from '../../../planning/vocabulary.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { agreementTexts, fundProblems, PartnerFields, PaymentFields, readAgreement, TermFields } from '../list/agreement-fields.tsx';
import type { AgreementKey } from '../list/agreement-fields.tsx';
import { FormBox } from '../list/form-box.tsx';
import { useForm } from '../list/use-form.ts';

type Key = AgreementKey | 'contractKind' | 'costCategory' | 'coversHardware';

const KIND_OPTIONS = CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_WORDS[value] }));
const CODE_OPTIONS = COST_CATEGORIES.map((value) => ({ value, label: `${CFR_CODES[value].revenue} ${CFR_CODES[value].title}` }));

const choicesOf = (typed: { readonly contractKind: string; readonly costCategory: string }) => ({
  contractKind: CONTRACT_KINDS.find((kind) => kind === typed.contractKind) ?? 'other' as const,
  costCategory: COST_CATEGORIES.find((category) => category === typed.costCategory) ?? 'it_support' as const,
});

type ContractFormProps = {
  /** null for a new one. */
  readonly contract: Contract | null;
  /** Kit that a new one is about from the start. */
  readonly assetIds?: readonly number[];
  readonly onDone: (id: number | null) => void;
};

/** Adds a contract or changes one. */
export function ContractForm({ contract, assetIds = [], onDone }: ContractFormProps) {
  const { snapshot, options: { asOf: today } } = usePlan();
  const run = useCommand();
  const supplier = snapshot.suppliers.find(({ id }) => id === contract?.supplierId)?.name ?? null;
  const form = useForm<Key>(
    {
      ...agreementTexts(contract, supplier), contractKind: contract?.contractKind ?? (assetIds.length > 0 ? 'hardware_cover' : 'support'),
      costCategory: contract?.costCategory ?? 'it_support', coversHardware: contract?.coversHardware === true || assetIds.length > 0 ? 'yes' : '',
    },
    (typed) => ({ ...fundProblems(snapshot, typed, agreementPaid({ categoryKey: contract?.categoryKey ?? 'support_contract', ...choicesOf(typed) }), today), ...readAgreement(typed).problems }),
    (typed) => void (async () => {
      const set = { ...readAgreement(typed).set, ...choicesOf(typed), coversHardware: typed.coversHardware !== '' };
      if (contract !== null) {
        if (await run('contract.edit', { id: contract.id, set }) !== null) onDone(contract.id);
        return;
      }
      const added = await run('contract.add', { ...set, assetIds: [...assetIds] });
      if (added !== null) onDone(added.value.id);
    })(),
  );
  return (
    <FormBox
      does={contract === null ? 'Add a contract' : 'Change the contract'} {...(contract === null ? {} : { label: `Change ${contract.name}` })}
      onSubmit={form.onSubmit} onCancel={() => onDone(null)}
    >
      <div className="wide"><TextField label="Name" {...form.field('name')} /></div>
      <SelectField label="Kind" options={KIND_OPTIONS} {...form.field('contractKind')} />
      <SelectField label="Code" options={CODE_OPTIONS} {...form.field('costCategory')} />
      <PartnerFields form={form} />
      <PaymentFields form={form} />
      <TermFields form={form} />
      <div className="wide">
        <Check checked={form.typed.coversHardware !== ''} onChange={(event) => form.set('coversHardware', event.currentTarget.checked ? 'yes' : '')}>
          Covers the hardware it is about, until it ends
        </Check>
      </div>
      <div className="wide"><TextField label="Notes" {...form.field('notes')} /></div>
    </FormBox>
  );
}
