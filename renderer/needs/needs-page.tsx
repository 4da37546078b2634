import { PageHead } from '../parts/page-head.tsx';

export function NeedsPage() {
  return <PageHead title="Development plan and needs" sentence={[]} />;
}
