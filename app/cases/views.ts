import { deleteView, listViews, saveView, setDefaultView, updateView, type StoredView } from '../../db/repositories/views.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { savedView, type SavedView } from '../contract/views.ts';

/** One that this Kitplan cannot read (a later one wrote it) is passed over, not lost. */
const readable = (stored: StoredView): readonly SavedView[] => {
  const read = savedView.safeParse(stored);
  return read.success ? [read.data] : [];
};

const requireView = (session: Session, id: number): StoredView => {
  const found = listViews(session.plan().reader).find((view) => view.id === id);
  if (found === undefined) throw new Refusal('not_found', 'That view is no longer in the plan. It may have been taken away.', { field: 'id' });
  return found;
};

/** Two views of one list may not share a name. */
const requireFreeName = (session: Session, { id, area }: StoredView, name: string): void => {
  const twin = listViews(session.plan().reader).find((view) => view.id !== id && view.area === area && view.name.toLowerCase() === name.toLowerCase());
  if (twin !== undefined) throw new Refusal('invalid_input', `There is already a view called “${twin.name}”. Choose another name.`, { field: 'name' });
};

export const viewHandlers = {
  'views.list': (session, { area }) =>
    listViews(session.plan().reader).filter((view) => area === undefined || view.area === area).flatMap(readable),

  'views.save': (session, { role, reason, ...view }) => {
    const { value, change } = session.change(`Save the view ${view.name}`, { role, reason }, (writer) => saveView(writer, view));
    return { change, value: { id: value } };
  },

  'views.rename': (session, { role, reason, id, name }) => {
    const view = requireView(session, id);
    requireFreeName(session, view, name);
    const { change } = session.change(`Rename the view ${view.name} to ${name}`, { role, reason }, (writer) => updateView(writer, id, { name }));
    return { change, value: null };
  },

  'views.star': (session, { role, reason, id, starred }) => {
    const { name } = requireView(session, id);
    const label = starred ? `Put a star on the view ${name}` : `Take the star off the view ${name}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateView(writer, id, { starred }));
    return { change, value: null };
  },

  'views.default': (session, { role, reason, id, isDefault }) => {
    const view = requireView(session, id);
    const label = isDefault ? `Open the list with the view ${view.name}` : `Open the list without the view ${view.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => setDefaultView(writer, view, isDefault));
    return { change, value: null };
  },

  'views.remove': (session, { role, reason, id }) => {
    const { name } = requireView(session, id);
    const { change } = session.change(`Remove the view ${name}`, { role, reason }, (writer) => deleteView(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'views.list' | 'views.save' | 'views.rename' | 'views.star' | 'views.default' | 'views.remove'>;
