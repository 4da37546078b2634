import { accessOf } from '../../access/access.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead } from '../model.ts';
import { estateBlocks, estateSentence } from './estate.ts';
import { leftOutBlocks } from './left-out.ts';
import { sharingBlocks } from './sharing.ts';
import { standardBlocks } from './standards.ts';
import { supportBlocks } from './support-dates.ts';
import { voiceBlocks } from './voices.ts';

/** What the school has and how it stands: kit, safety, pupils, standards, what people said, and what the figures leave out. */
export function whereWeAreSection(facts: DocumentFacts): DraftSection {
  const { plan, planForecast } = facts;
  return {
    key: 'where_we_are', title: 'Where we are now',
    blocks: [
      lead(...estateSentence(accessOf(plan, planForecast.asOf).estate, planForecast.overdueQuantity).parts),
      ...estateBlocks(facts), ...supportBlocks(facts), ...sharingBlocks(facts), ...standardBlocks(facts), ...voiceBlocks(facts), ...leftOutBlocks(facts),
    ],
  };
}
