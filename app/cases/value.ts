import { setKindUpkeep } from '../../db/repositories/upkeep-rates.ts';
import { accountsWords, bookGroupName, bookSentence, conventionWords, leftOutWords, ruleWords } from '../../planning/value/book-words.ts';
import { bookOn, booksOf, bookYears, type BookBy, type BookGroup } from '../../planning/value/book.ts';
import { compareWords, economicWords, explainPart, missingWords, shareWords, wholeLifeSentence } from '../../planning/value/whole-life-words.ts';
import { wholeLifeOfModel, wholeLives, type WholeLifeCost } from '../../planning/value/whole-life.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { BookReport, LifeReport } from '../contract/value.ts';
import { bookValuesTable } from '../documents/book-values.ts';
import { tableFile } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { requireCategory } from './found.ts';

const groupReport = (snapshot: PlanSnapshot, by: BookBy, { key, there, planned }: BookGroup): BookReport['total'] =>
  ({ key, name: bookGroupName(snapshot, by, key), there, planned });

const lifeReport = (life: WholeLifeCost): LifeReport => ({
  name: life.name, categoryKey: life.subject.categoryKey, modelId: life.subject.modelId, quantity: life.quantity, lifeMonths: life.lifeMonths,
  parts: life.parts.map(({ part, cost }) => ({ part, pence: cost.known ? cost.pence : null, words: explainPart(life, part).map(({ text }) => text).join(' ') })),
  yearlyPence: life.yearlyPence, evenPence: life.even?.pence ?? null, kwhTenths: life.kwhTenths, allPence: life.allPence,
  perPupilPence: life.perPupilPence, missing: missingWords(life), shares: shareWords(life), bestAge: economicWords(life),
});

export const valueHandlers = {
  'value.book': (session, { asOf = session.today() }) => {
    const snapshot = session.snapshot();
    const books = booksOf(snapshot, session.today());
    const view = bookOn(snapshot, books, asOf);
    return {
      asOf, year: view.year.label, sentence: bookSentence(snapshot, books, view).text,
      rules: [conventionWords(snapshot, books), ruleWords(snapshot, view), accountsWords(snapshot, view)],
      total: { ...groupReport(snapshot, 'fund', view.total), name: 'All' },
      byFund: view.byFund.map((each) => groupReport(snapshot, 'fund', each)), byKind: view.byKind.map((each) => groupReport(snapshot, 'kind', each)),
      years: bookYears(books).map(({ year, group: { there, planned } }) => ({ label: year.label, end: year.end, there, planned })),
      leftOut: view.leftOut.map(({ reason, quantity }) => ({ reason, quantity, words: leftOutWords(reason, quantity) })),
    };
  },

  'value.wholeLife': (session, { asOf = session.today(), models: ids = [] }) => {
    const snapshot = session.snapshot();
    const kinds = wholeLives(snapshot, asOf);
    const models = ids.map((id) => {
      const life = wholeLifeOfModel(snapshot, asOf, id);
      if (life === null) throw new Refusal('not_found', `No model has the number ${id}. It may have been removed.`, { field: 'models' });
      return life;
    });
    const [one, other] = models;
    return {
      asOf, sentence: wholeLifeSentence(kinds).text, kinds: kinds.map(lifeReport), models: models.map(lifeReport),
      comparison: one === undefined || other === undefined ? null : compareWords(one, other).text,
    };
  },

  'upkeep.set': (session, { role, reason, ...upkeep }) => {
    const { plural } = requireCategory(session, upkeep.categoryKey);
    const { change } = session.change(`Set what ${plural} take while they are used`, { role, reason }, (writer) => setKindUpkeep(writer, upkeep));
    return { change, value: null };
  },

  'documents.bookValues': (session, { format, asOf = session.today() }) => tableFile(format, bookValuesTable(session.snapshot(), asOf, session.today())),
} satisfies Pick<Handlers, 'value.book' | 'value.wholeLife' | 'upkeep.set' | 'documents.bookValues'>;
