import type { IsoDate } from '../../vocabulary.ts';

/** When a list of the plan was last changed, and by what: `agreements` are contracts and software. */
export type ListRecord = { readonly list: 'kit' | 'agreements'; readonly changedOn: IsoDate; readonly label: string };
