import { PageHead } from '../parts/page-head.tsx';

export function StandardsPage() {
  return <PageHead title="Standards" sentence={[]} />;
}
