import { PageHead } from '../parts/page-head.tsx';

export function DevelopmentPage() {
  return <PageHead title="Development plan" sentence={[]} />;
}
