import { PageHead } from '../parts/page-head.tsx';

export function GroupsPage() {
  return <PageHead title="User groups" sentence={[]} />;
}
