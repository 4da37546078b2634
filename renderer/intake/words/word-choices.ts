import { categoryNamed, type Category } from '../../../planning/categories.ts';
import { ASSET_STATUSES, DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS, STATUS_WORDS, USER_GROUPS, type UserGroup } from '../../../planning/vocabulary.ts';
import { compareNames, startUpper } from '../../../planning/words.ts';

export const NEW_KIND = ' new kind';

const GROUP_WORDS: Readonly<Record<UserGroup, string>> = { staff: 'Staff', pupil: 'Pupils', shared: 'Shared' };

type Choice = { readonly value: string; readonly label: string };

/** What Kitplan has a list of its own for. */
export const CLOSED_ABOUT = ['kind', 'status', 'userGroup', 'disposalRoute'] as const;
export type ClosedAbout = (typeof CLOSED_ABOUT)[number];

/** What a word can be said to be, with what Kitplan reads it as at the top. */
export function closedChoices(about: ClosedAbout, unsaid: string | null, categories: readonly Category[]): readonly Choice[] {
  const choices = listOf(about, categories);
  const label = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? startUpper(categoryNamed(categories, value).singular);
  return [{ value: '', label: unsaid === null ? UNKNOWN[about] : `${label(unsaid)}, as Kitplan reads it` }, ...choices, ...(about === 'kind' ? [{ value: NEW_KIND, label: 'A new kind…' }] : [])];
}

/** What becomes of a row whose word Kitplan does not know. */
const UNKNOWN = {
  kind: 'Told by the model or description, else other', status: 'In use, with the word in the notes', userGroup: 'Nobody in particular',
  disposalRoute: 'Not known, with the word in the notes',
} as const;

function listOf(about: ClosedAbout, categories: readonly Category[]): readonly Choice[] {
  switch (about) {
    case 'kind': return categories.map(({ key, singular }) => ({ value: key, label: startUpper(singular) })).toSorted((one, other) => compareNames(one.label, other.label));
    case 'status': return ASSET_STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status] }));
    case 'userGroup': return USER_GROUPS.map((group) => ({ value: group, label: GROUP_WORDS[group] }));
    case 'disposalRoute': return DISPOSAL_ROUTES.map((route) => ({ value: route, label: DISPOSAL_ROUTE_WORDS[route] }));
    default: return about satisfies never;
  }
}
