import type { ReactNode } from 'react';
import { categoryNamed } from '../../../planning/categories.ts';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import type { Consumable, ConsumableGroup } from '../../../planning/upkeep/consumables.ts';
import { runRates } from '../../../planning/upkeep/run-rate.ts';
import { rowName, spanOf, startLower } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/section.tsx';

/** What is bought and used up: how much is left, how long that lasts, and what it costs a year. */
export function ConsumablesTable({ groups }: { readonly groups: readonly ConsumableGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <Section title="Consumables" aside="In stock is what was bought less what was used.">
      <table className="l ledger-table">
        <thead>
          <tr>
            <th scope="col">Item</th><th scope="col" className="num">In stock</th><th scope="col">Enough for</th><th scope="col" className="num">£ a year</th>
          </tr>
        </thead>
        {groups.map((group) => <GroupLines key={group.categoryKey} group={group} />)}
      </table>
    </Section>
  );
}

const stockWords = ({ stock }: Consumable): string => (stock < 0 ? `${formatCount(-stock)} more used than bought` : formatCount(stock));

const lastsWords = ({ lastsMonths, stock }: Consumable): string => {
  if (lastsMonths !== null) return lastsMonths === 0 ? 'less than a month' : spanOf(lastsMonths);
  return stock > 0 ? 'too few uses to say' : stock === 0 ? 'nothing left' : 'an entry is missing';
};

/** The running cost that the consumables of a kind of kit are kept under. */
const costName = (kit: string): string => `Consumables, ${startLower(kit)}`;

function GroupLines({ group }: { readonly group: ConsumableGroup }) {
  const { snapshot } = usePlan();
  const { categoryKey, yearlyPence, unpriced, items } = group;
  const category = categoryNamed(snapshot.categories, categoryKey);
  const kit = rowName(category, null);
  return (
    <tbody>
      {items.map((item) => (
        <tr key={item.item}>
          <th scope="row">{item.item}</th>
          <td className="num">{stockWords(item)}</td>
          <td>{lastsWords(item)}</td>
          <td className="num">{item.yearlyPence === 0 && item.unpriced > 0 ? <span className="q">not known</span> : formatPounds(item.yearlyPence, { symbol: false })}</td>
        </tr>
      ))}
      <tr className="tot">
        <th scope="row">{kit}{unpriced > 0 && <span className="q2"> {formatCount(unpriced)} without an amount</span>}</th>
        <td colSpan={2}><TakeOver categoryKey={categoryKey} kit={kit} yearlyPence={yearlyPence} costCategory={category.costCategory} /></td>
        <td className="num">{yearlyPence === 0 && unpriced > 0 ? <span className="q">not known</span> : formatPounds(yearlyPence, { symbol: false })}</td>
      </tr>
    </tbody>
  );
}

type TakeOverProps = Pick<ConsumableGroup, 'categoryKey' | 'yearlyPence'> & { readonly kit: string; readonly costCategory: ReturnType<typeof categoryNamed>['costCategory'] };

/**
 * Whether a kind's consumables are in the plan. Once enough purchases are written down they are, at their run-rate; a
 * running cost under the same kind takes its place: a figure taken over, or £0, which leaves them out.
 */
function TakeOver({ categoryKey, kit, yearlyPence, costCategory }: TakeOverProps) {
  const { snapshot, asOf, editable } = usePlan();
  const run = useCommand();
  const name = costName(kit);
  const cost = snapshot.recurring.find((each) => each.name === name);
  const counted = runRates(snapshot, asOf).some((rate) => rate.categoryKey === categoryKey);
  const kind = startLower(kit);
  if (cost?.amountPence === 0) {
    return (
      <Said words="left out of the plan">
        <Button variant="link" small disabled={!editable} aria-label={`Count it again: what is bought for ${kind}`} onClick={() => void run('recurring.remove', { id: cost.id })}>Count it again</Button>
      </Said>
    );
  }
  if (counted) {
    return (
      <Said words="in the plan as bought of late">
        <Button
          variant="link" small disabled={!editable} aria-label={`Leave it out: what is bought for ${kind}`}
          onClick={() => void run('recurring.add', { name, categoryKey, costCategory, yearlyPence: 0, priceDate: asOf })}
        >
          Leave it out
        </Button>
      </Said>
    );
  }
  if (cost?.amountPence === yearlyPence) return <span className="q2">taken over</span>;
  if (!editable || yearlyPence === 0) return null;
  return (
    <Button
      variant="link" small aria-label={`Take over ${formatPounds(yearlyPence)} a year for ${kind}`}
      onClick={() => void (cost === undefined
        ? run('recurring.add', { name, categoryKey, costCategory, yearlyPence, priceDate: asOf })
        : run('recurring.edit', { id: cost.id, set: { yearlyPence, priceDate: asOf } }))}
    >
      Take over
    </Button>
  );
}

const Said = ({ words, children }: { readonly words: string; readonly children: ReactNode }) => <><span className="q2">{words}</span> {children}</>;
