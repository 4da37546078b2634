import { reserveCourse } from '../../budget/reserve.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { paragraph, type DocumentBlock, type Words } from '../model.ts';
import { costFigure } from '../strategy/costs.ts';
import { decisionsWanted } from '../strategy/decisions-wanted.ts';
import { dearYear } from '../strategy/dear-year.ts';
import { eachSide } from '../strategy/each-side.ts';
import { moneySentence } from '../strategy/money-lead.ts';
import { risksInShort } from '../strategy/risks.ts';
import { spanOf } from '../strategy/span.ts';

/** What a page has room for beside the chart. */
const MOST_GIVEN = 4;

/** The strategy on one page, for those who read one page. Each part is there whatever the plan holds, so that the school's own words stay under it. */
export function composeSummary(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  const reserve = reserveCourse(snapshot, forecast);
  const dear = dearYear(facts);
  const wanted = decisionsWanted(facts, 'together');
  return {
    layout: 'paper', title: `ICT plan ${spanOf(facts)} on one page`, opening: moneySentence(snapshot, forecast, reserve).parts, numbered: false,
    sections: [
      { key: 'costs', title: 'What it costs', blocks: [...orSaid(costFigure(facts), 'No cost is known yet, so there is no chart.'), ...(dear === null ? [] : [paragraph(dear.text)])] },
      { key: 'sides', title: 'What each side gives', blocks: orSaid(list(eachSide(facts, reserve, MOST_GIVEN)), 'Nothing is moved or left out: this is the plan as it stands.') },
      { key: 'risks', title: 'If we do not', blocks: [paragraph(...risksInShort(facts).flatMap((each, at): Words => (at === 0 ? each : [{ text: ' ' }, ...each])))] },
      { key: 'decisions', title: 'Decisions wanted', blocks: orSaid(list(wanted, true), 'Nothing has to be decided now.') },
    ],
  };
}

const orSaid = (blocks: readonly DocumentBlock[], none: string): readonly DocumentBlock[] => (blocks.length === 0 ? [paragraph(none)] : blocks);
const list = (items: readonly Words[], ordered = false): readonly DocumentBlock[] => (items.length === 0 ? [] : [{ kind: 'list', ordered, items }]);
