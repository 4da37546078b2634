import { reserveCourse } from '../../budget/reserve.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { moneySentence } from '../strategy/money-lead.ts';
import { spanOf } from '../strategy/span.ts';
import { asksSlide } from './asks-slide.ts';
import { costSlide } from './cost-slide.ts';
import { needsSlide } from './needs-slide.ts';
import { nowSlide } from './now-slide.ts';
import { yearsSlide } from './years-slide.ts';

/** Five slides for a meeting: where we are, what is needed, what it costs, what it buys, what is asked. Each title says what its slide shows. */
export function composeSlides(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  return {
    layout: 'slides', title: `ICT plan ${spanOf(facts)}: briefing`, numbered: false,
    opening: moneySentence(snapshot, forecast, reserveCourse(snapshot, forecast)).parts,
    sections: [nowSlide(facts), needsSlide(facts), costSlide(facts), yearsSlide(facts), asksSlide(facts)],
  };
}
