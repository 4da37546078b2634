import { categoryNamed } from '../../../planning/categories.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { LEDGER_KIND_WORDS } from '../../../planning/vocabulary.ts';
import type { UserGroup } from '../../../planning/vocabulary.ts';
import { rowName } from '../../../planning/words.ts';

/** One entry of the ledger with the names of what it points to. */
export type LedgerRow = {
  readonly id: number;
  readonly entry: LedgerEntry;
  readonly what: string;
  /** The item, else the kind of kit. */
  readonly name: string;
  readonly kit: string;
  readonly group: string | null;
  readonly tag: string | null;
};

export const GROUP_WORDS: Readonly<Record<UserGroup, string>> = { staff: 'Staff', pupil: 'Pupils', shared: 'Shared' };

/** The ledger, newest first. */
export function ledgerRows({ ledger, assets, categories }: PlanSnapshot): readonly LedgerRow[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return ledger.toReversed().map((entry): LedgerRow => {
    const asset = entry.assetId === null ? undefined : byId.get(entry.assetId);
    const kit = rowName(categoryNamed(categories, entry.categoryKey), null);
    return {
      id: entry.id, entry, what: LEDGER_KIND_WORDS[entry.kind], name: entry.item ?? asset?.description ?? kit, kit,
      group: entry.userGroup === null ? null : GROUP_WORDS[entry.userGroup], tag: asset === undefined ? null : asset.tag ?? asset.description,
    };
  });
}
