import type { ImportTarget, ListKind } from '../contract/import-options.ts';
import type { Choices } from './choices.ts';
import { FILLS_GAPS, type ChosenColumns, type SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import { columnOfList, secretOfList } from './lists/list-kind.ts';
import { moneyHeader, type MoneyHeader } from './money-headers.ts';
import type { TableColumn } from './table-columns.ts';

const FOR_ONE_NET: MoneyHeader = { total: false, vat: null, rank: 0, open: null };
const BY_HAND = 'you left it out';

/**
 * The columns as Kitplan chose them, with what a person said instead: theirs stands first in its field, and a
 * private column comes in only in this way.
 * @param told null where nothing could be told: then only what was said by hand comes in.
 */
export function withChoicesByHand(
  told: ChosenColumns | null, columns: readonly TableColumn[], list: ListKind, choices: Choices,
): ChosenColumns | null {
  const said = columns.flatMap((column) => {
    const secret = secretOfList(list, column.plain) !== null ? 'leave_out' : null;
    const goesTo = choices.column(column.index)?.goesTo ?? secret ?? columnOfList(list, column.plain) ?? undefined;
    return goesTo === undefined ? [] : [{ column, goesTo }];
  });
  if (told === null && !said.some(({ goesTo }) => goesTo !== 'leave_out')) return null;
  const byHand = new Map(said.map(({ column, goesTo }) => [column.index, goesTo]));
  const sources = new Map<ColumnField, SourceColumn[]>();
  for (const [field, chosen] of told?.sources ?? []) {
    const kept = chosen.filter(({ index }) => !byHand.has(index));
    if (kept.length > 0) sources.set(field, kept);
  }
  const reasons = new Map((told?.leftOut ?? []).map(({ column, reason }) => [column, reason]));
  const isPrivate = new Set(told?.isPrivate ?? []);
  for (const { column, goesTo } of said.toReversed()) {
    reasons.delete(column.column);
    if (goesTo === 'leave_out') {
      const secret = choices.column(column.index)?.goesTo === undefined ? secretOfList(list, column.plain) : null;
      reasons.set(column.column, secret ?? BY_HAND);
      if (secret !== null) isPrivate.add(column.index);
      continue;
    }
    isPrivate.delete(column.index);
    sources.set(goesTo, [{ ...column, money: moneyOf(goesTo, column) }, ...(sources.get(goesTo) ?? [])]);
  }
  for (const [field, chosen] of sources) {
    if (FILLS_GAPS.has(field)) continue;
    for (const { column } of chosen.slice(1)) reasons.set(column, `${chosen[0]?.column ?? ''} is used instead`);
    sources.set(field, chosen.slice(0, 1));
  }
  return {
    sources: withMoneySaid(sources, choices), isPrivate,
    leftOut: columns.flatMap(({ column, index }) => {
      const used = [...sources.values()].some((chosen) => chosen.some((source) => source.index === index));
      return used ? [] : [{ column, reason: reasons.get(column) ?? 'its cells do not tell what it is' }];
    }),
  };
}

function moneyOf(goesTo: ImportTarget, { plain }: TableColumn): MoneyHeader | null {
  if (goesTo !== 'cost') return null;
  const told = moneyHeader(plain);
  return told === null || told === 'worth' ? FOR_ONE_NET : told;
}

function withMoneySaid(sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, choices: Choices): ReadonlyMap<ColumnField, readonly SourceColumn[]> {
  return new Map([...sources].map(([field, chosen]) => [field, chosen.map((source) => {
    const said = choices.column(source.index);
    if (source.money === null || (said?.vat === undefined && said?.per === undefined)) return source;
    return { ...source, money: { ...source.money, ...(said.vat && { vat: said.vat }), ...(said.per && { total: said.per === 'line' }) } };
  })]));
}
