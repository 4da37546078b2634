import { asc } from 'drizzle-orm';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import type { AnalysisFacts, Conversation, Decision, PeopleGroup } from '../../planning/analysis/facts.ts';
import type { Need, NeedOption } from '../../planning/analysis/need-facts.ts';
import type { Reader } from '../connection.ts';
import { decisions, groupIdeas, groupMembers, groupObjectives, peopleGroups, tellings, weighedOptions } from '../schema/decisions.ts';
import { developmentPlans, objectiveActions, objectives, planAreas, planPriorities, progressNotes, successCriteria } from '../schema/development.ts';
import {
  conversations, needEvidence, needObjectives, needOptions, needs, optionCosts, ownQuestions, roundPeople, softwareRequests, talkNotes,
} from '../schema/needs.ts';
import { standardRequirements } from '../schema/standards.ts';

/** What the school wants to achieve, what people need for it and what was decided. */
export function readAnalysis(reader: Reader): AnalysisFacts {
  return {
    plans: reader.select().from(developmentPlans).orderBy(asc(developmentPlans.startsOn), asc(developmentPlans.id)).all(),
    areas: reader.select().from(planAreas).orderBy(asc(planAreas.position), asc(planAreas.id)).all(),
    priorities: reader.select().from(planPriorities).orderBy(asc(planPriorities.position), asc(planPriorities.id)).all(),
    objectives: readObjectives(reader),
    round: reader.select().from(roundPeople).orderBy(asc(roundPeople.year), asc(roundPeople.id)).all(),
    conversations: readConversations(reader),
    questions: reader.select().from(ownQuestions).orderBy(asc(ownQuestions.id)).all(),
    needs: readNeeds(reader),
    decisions: readDecisions(reader),
    standards: reader.select().from(standardRequirements).orderBy(asc(standardRequirements.position), asc(standardRequirements.id)).all(),
    groups: readGroups(reader),
  };
}

/** Rows by the number of what they belong to, which they then no longer carry. */
function under<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): (id: Row[Key]) => Omit<Row, Key>[] {
  const byOwner = new Map<Row[Key], Omit<Row, Key>[]>();
  for (const row of rows) {
    const { [key]: owner, ...rest } = row;
    const found = byOwner.get(owner);
    if (found === undefined) byOwner.set(owner, [rest]);
    else found.push(rest);
  }
  return (id) => byOwner.get(id) ?? [];
}

function readObjectives(reader: Reader): Objective[] {
  const criteria = under(reader.select().from(successCriteria).orderBy(asc(successCriteria.position), asc(successCriteria.id)).all(), 'objectiveId');
  const actions = under(reader.select().from(objectiveActions).orderBy(asc(objectiveActions.position), asc(objectiveActions.id)).all(), 'objectiveId');
  const progress = under(reader.select().from(progressNotes).orderBy(asc(progressNotes.writtenOn), asc(progressNotes.id)).all(), 'objectiveId');
  return reader.select().from(objectives).orderBy(asc(objectives.position), asc(objectives.id)).all()
    .map((objective) => ({ ...objective, criteria: criteria(objective.id), actions: actions(objective.id), progress: progress(objective.id) }));
}

function readConversations(reader: Reader): Conversation[] {
  const notes = under(reader.select().from(talkNotes).orderBy(asc(talkNotes.position), asc(talkNotes.id)).all(), 'conversationId');
  return reader.select().from(conversations).orderBy(asc(conversations.heldOn), asc(conversations.id)).all()
    .map((conversation) => ({ ...conversation, notes: notes(conversation.id) }));
}

function readNeeds(reader: Reader): Need[] {
  const links = under(reader.select().from(needObjectives).orderBy(asc(needObjectives.id)).all(), 'needId');
  const evidence = under(reader.select().from(needEvidence).orderBy(asc(needEvidence.id)).all(), 'needId');
  const requests = under(reader.select().from(softwareRequests).orderBy(asc(softwareRequests.id)).all(), 'needId');
  const costs = under(reader.select().from(optionCosts).orderBy(asc(optionCosts.position), asc(optionCosts.id)).all(), 'optionId');
  const options = under(reader.select().from(needOptions).orderBy(asc(needOptions.position), asc(needOptions.id)).all(), 'needId');
  return reader.select().from(needs).orderBy(asc(needs.number)).all().map((need) => {
    const [software] = requests(need.id).map(({ id: _id, ...request }) => request);
    return {
      ...need,
      recommendedOptionId: options(need.id).find(({ recommended }) => recommended)?.id ?? null,
      software: software ?? null,
      links: links(need.id).map(({ objectiveId, strength }) => ({ objectiveId, strength })),
      evidence: evidence(need.id),
      options: options(need.id).map(({ recommended: _recommended, ...option }): NeedOption => ({ ...option, costs: costs(option.id) })),
    };
  });
}

function readDecisions(reader: Reader): Decision[] {
  const weighed = under(reader.select().from(weighedOptions).orderBy(asc(weighedOptions.position), asc(weighedOptions.id)).all(), 'decisionId');
  const told = under(reader.select().from(tellings).orderBy(asc(tellings.position), asc(tellings.id)).all(), 'decisionId');
  return reader.select().from(decisions).orderBy(asc(decisions.number)).all()
    .map((decision) => ({ ...decision, weighed: weighed(decision.id), tellings: told(decision.id) }));
}

function readGroups(reader: Reader): PeopleGroup[] {
  const aims = under(reader.select().from(groupObjectives).orderBy(asc(groupObjectives.id)).all(), 'groupId');
  const members = under(reader.select().from(groupMembers).orderBy(asc(groupMembers.id)).all(), 'groupId');
  const ideas = under(reader.select().from(groupIdeas).orderBy(asc(groupIdeas.raisedOn), asc(groupIdeas.id)).all(), 'groupId');
  return reader.select().from(peopleGroups).orderBy(asc(peopleGroups.id)).all()
    .map((group) => ({ ...group, objectiveIds: aims(group.id).map(({ objectiveId }) => objectiveId), members: members(group.id), ideas: ideas(group.id) }));
}
