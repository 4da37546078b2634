/** Where a check leads: a section of the document itself, or the page of Kitplan where it can be put right. */
export type CheckLink = { readonly text: string; readonly section: string } | { readonly text: string; readonly page: CheckPage };

export const CHECK_PAGES = ['budgets', 'register', 'refresh-plan', 'data-quality', 'policies', 'needs', 'decisions', 'scenarios'] as const;
export type CheckPage = (typeof CHECK_PAGES)[number];

export const CHECK_KINDS = ['totals', 'reasons', 'words', 'left_out', 'unpriced', 'old_prices', 'budget', 'meeting', 'decisions', 'as_sent'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** Something that was looked at before a document goes out: what was found in a sentence, and where it leads. */
export type DocumentCheck = { readonly kind: CheckKind; readonly ok: boolean; readonly text: string; readonly links: readonly CheckLink[] };
