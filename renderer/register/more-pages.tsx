import { Button } from '../parts/button.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import type { Page } from '../lib/navigation.tsx';

/** Pages that look at the register from another side. Each adds itself here when it is there. */
const PAGES: readonly { readonly page: Page; readonly name: string }[] = [
  { page: 'data-quality', name: 'Data quality' },
  { page: 'orders', name: 'Orders' },
  { page: 'support', name: 'Support dates' },
  { page: 'access', name: 'Access' },
  { page: 'lists', name: 'Models, places, departments' },
];

/** The links at the right of the register's tabs. */
export function MorePages() {
  const { go } = useNavigation();
  return (
    <ul className="reg-more" aria-label="More about the register">
      {PAGES.map(({ page, name }) => <li key={page}><Button variant="link" small onClick={() => go(page)}>{name}</Button></li>)}
    </ul>
  );
}
