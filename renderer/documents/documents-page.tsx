import { PageHead } from '../parts/page-head.tsx';

/** One plan, written for three readers: what is made from it, and how each document stands. */
export function DocumentsPage() {
  return <><PageHead title="Documents" sentence={[{ text: 'One plan, written for three readers. All of them use the same figures.' }]} /><div className="page-body" /></>;
}
