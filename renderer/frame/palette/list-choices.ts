import { AppWindow, BookOpen, FileSignature, PackageMinus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Navigation } from '../../lib/navigation.tsx';
import type { Choice } from './choices.ts';

/** What can be written down on the lists beside the kit, and the lists themselves. */

type Go = Navigation['go'];

const choice = (group: Choice['group'], text: string, icon: LucideIcon, run: () => void, alsoCalled: string): Choice => ({ group, text, icon, run, alsoCalled });

export const addChoices = (go: Go): readonly Choice[] => [
  choice('Do', 'Add a contract', FileSignature, () => go('register', { tab: 'cover', add: true }), 'new warranty lease support agreement subscription'),
  choice('Do', 'Add software', AppWindow, () => go('register', { tab: 'software', add: true }), 'new title licence subscription seats app'),
  choice('Do', 'Record a loss', PackageMinus, () => go('register', { tab: 'ledger', add: true }), 'write down lost broken breakage damage repaired stolen'),
  choice('Do', 'Write down a consumable', PackageMinus, () => go('register', { tab: 'ledger', add: true }), 'bought used toner lamp battery stock'),
];

export const listChoices = (go: Go): readonly Choice[] => [
  choice('Go to', 'Warranties and contracts', FileSignature, () => go('register', { tab: 'cover' }), 'cover notice renewal register'),
  choice('Go to', 'Software and subscriptions', AppWindow, () => go('register', { tab: 'software' }), 'licences titles seats register'),
  choice('Go to', 'Consumables and losses', BookOpen, () => go('register', { tab: 'ledger' }), 'ledger toner breakage loss rate register'),
];
