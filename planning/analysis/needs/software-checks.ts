import { listOf, startUpper } from '../../words.ts';
import type { SoftwareRequest } from '../need-facts.ts';

/** The three things to look at before anybody decides about software, as questions and in the middle of a sentence. */
export const SOFTWARE_CHECKS = [
  { key: 'compatible', question: 'Does it run on what the school has?', what: 'whether it runs on what the school has', failed: 'it does not run on what the school has' },
  { key: 'networkInstall', question: 'Can it be installed over the network?', what: 'whether it can be installed over the network', failed: 'it cannot be installed over the network' },
  { key: 'licenceAllows', question: 'Does the licence allow this use?', what: 'whether the licence allows this use', failed: 'its licence does not allow this use' },
] as const satisfies readonly { readonly key: keyof SoftwareRequest; readonly question: string; readonly what: string; readonly failed: string }[];

/** What stands in the way of deciding on a request for software, in a sentence; null where all three checks are answered. */
export function checksToDo(request: SoftwareRequest): string | null {
  const open = SOFTWARE_CHECKS.filter(({ key }) => request[key] === 'unknown').map(({ what }) => what);
  return open.length === 0 ? null : `Before anybody decides, find out ${listOf(open)}.`;
}

/** What the checks found, in a sentence; null while none has failed. */
export function checksFailed(request: SoftwareRequest): string | null {
  const failed = SOFTWARE_CHECKS.filter(({ key }) => request[key] === 'no').map((check) => check.failed);
  return failed.length === 0 ? null : `${startUpper(listOf(failed))}.`;
}
