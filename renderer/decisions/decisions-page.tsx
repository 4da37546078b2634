import { PageHead } from '../parts/page-head.tsx';

export function DecisionsPage() {
  return <PageHead title="Decisions" sentence={[]} />;
}
