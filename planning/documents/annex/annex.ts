import { annexSentence, riskWords } from '../../analysis/annex/annex-words.ts';
import type { Annex } from '../../analysis/annex/annex.ts';
import { objectiveTitle } from '../../analysis/needs/refs.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { wordsUsed } from '../glossary.ts';
import { paragraph, words } from '../model.ts';
import { firstOf } from '../tables.ts';
import { costBlocks, objectiveBlocks, UPRIGHT_YEARS } from '../strategy/by-objective.ts';
import { annexIn, objectivesTable } from '../strategy/context.ts';

/** What goes back into the development plan: for each objective what ICT does for it, what that costs, and what is at risk. */
export function composeAnnex(facts: DocumentFacts): Draft {
  const annex = annexIn(facts);
  const sections = annex.objectives.length === 0 ? [nothingSection(annex)] : [
    { key: 'overview', title: 'What ICT does for each objective', blocks: [objectivesTable(annex)] },
    ...risksSection(annex),
    { key: 'objectives', title: 'Objective by objective', blocks: objectiveBlocks(annex) },
    ...(annex.needs.length === 0 ? [] : [{ key: 'costs', title: 'Costs', landscape: annex.years.length > UPRIGHT_YEARS, blocks: costBlocks(annex) }]),
  ];
  return { layout: 'paper', title: 'ICT annex to the development plan', opening: annexSentence(annex), numbered: false, sections: [...sections, ...wordsUsed(sections, facts)] };
}

const nothingSection = ({ plan }: Annex): DraftSection => ({
  key: 'objectives', title: 'Objective by objective',
  blocks: [paragraph(plan === null ? 'Once the development plan of the school is written down, this annex says what ICT does for each of its objectives.'
    : `Once ${plan.name} has an objective, this annex says what ICT does for it.`)],
});

const MOST_RISKS = 20;

/** Objectives that are at risk while money is not agreed or not found. */
function risksSection({ objectives }: Annex): DraftSection[] {
  const all = objectives.flatMap(({ objective, needs }) => {
    const risks = needs.flatMap((each) => riskWords(each).map((text) => `${each.need.name}: ${text}`));
    return risks.length === 0 ? [] : [words({ text: `${objectiveTitle(objective)}. `, strong: true }, risks.join(' '))];
  });
  const { shown, more } = firstOf(all, MOST_RISKS);
  if (shown.length === 0) return [];
  return [{
    key: 'risks', title: 'What is at risk',
    blocks: [{ kind: 'list', ordered: false, items: shown }, ...(more === 0 ? [] : [paragraph(`${more} more ${more === 1 ? 'objective is' : 'objectives are'} at risk.`)])],
  }];
}
