import { PageHead } from '../parts/page-head.tsx';

export function ConversationsPage() {
  return <PageHead title="Conversations" sentence={[]} />;
}
