import type { ViewContent } from '../../app/contract/views.ts';
import type { Column } from './column.ts';
import { NO_FILTERS } from './filters.ts';
import type { AskedFor } from './filters.ts';
import type { ListLayout } from './layout.ts';
import type { GridView } from './use-grid.ts';

/** The questions among those asked that the list knows by itself. One that another page asked cannot be kept. */
const ownQuestions = <Row>(asked: readonly AskedFor<Row>[], own: readonly AskedFor<Row>[]): readonly AskedFor<Row>[] =>
  own.filter(({ words }) => asked.some((each) => each.words === words));

/** What a saved view keeps of how a list is looked at. `own` are the list's own questions. */
export const contentOf = <Row>({ filters, sort, groupBy }: GridView<Row>, layout: ListLayout, own: readonly AskedFor<Row>[] = []): ViewContent => ({
  find: filters.find,
  filters: filters.columns.map((filter) => (filter.kind === 'choice' ? { ...filter, values: [...filter.values] } : { ...filter })),
  sort: sort.map(({ column, descending }) => ({ column, descending })),
  groupBy: [...groupBy],
  asked: ownQuestions(filters.askedFor, own).map(({ words }) => words),
  layout: { shown: layout.shown === null ? null : [...layout.shown], widths: { ...layout.widths }, frozen: layout.frozen },
});

/** A list looked at as it was saved; what speaks of a column that is no longer there is passed over. */
export const viewOf = <Row, Set>(
  content: ViewContent, columns: readonly Column<Row, Set>[], own: readonly AskedFor<Row>[] = [],
): Pick<GridView<Row>, 'filters' | 'sort' | 'groupBy' | 'closed'> => {
  const known = new Set(columns.map(({ key }) => key));
  return {
    filters: {
      ...NO_FILTERS, find: content.find, columns: content.filters.filter(({ column }) => known.has(column)),
      askedFor: own.filter(({ words }) => content.asked.includes(words)),
    },
    sort: content.sort.filter(({ column }) => known.has(column)),
    groupBy: content.groupBy.filter((key) => known.has(key)),
    closed: new Set(),
  };
};

const byText = (left: string, right: string): number => (left < right ? -1 : 1);
/** An object's own facts in the order of their names. */
const sortedText = (facts: object): string => Object.entries(facts).map((fact) => JSON.stringify(fact)).sort(byText).join();

const inOrder = ({ layout, filters, ...content }: ViewContent): string => JSON.stringify([
  sortedText(content), filters.map(sortedText).sort(byText), layout.shown, layout.frozen, sortedText(layout.widths),
]);

/** Whether both show the same: the order in which conditions were set makes no difference. */
export const sameContent = (one: ViewContent, other: ViewContent): boolean => inOrder(one) === inOrder(other);
