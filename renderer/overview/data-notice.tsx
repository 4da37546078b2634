import { useMemo } from 'react';
import { formatCount } from '../../planning/money.ts';
import { dataNotices, type DataNotice } from '../../planning/quality.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { AskedText } from '../parts/asked-text.tsx';

/** Notices with a button of their own; what comes after them has a link in its sentence. */
const MOST_BUTTONS = 2;

const counted = (quantity: number, one: string, several: string): string =>
  (quantity === 1 ? `the ${one}` : `the ${formatCount(quantity)} ${several}`);

/** What to do about a notice: a verb and its object. */
function remedy({ kind, quantity }: DataNotice): string {
  switch (kind) {
    case 'no_purchase_date': return `Add ${counted(quantity, 'date', 'dates')}`;
    case 'no_cover_date': return `Add ${counted(quantity, 'date of cover', 'dates of cover')}`;
    case 'no_price': return `Add ${counted(quantity, 'price', 'prices')}`;
    case 'old_price': return `Check ${counted(quantity, 'price', 'prices')}`;
    case 'assumed_date': return `Check ${counted(quantity, 'date', 'dates')}`;
    case 'unusable_value': return `Mend ${counted(quantity, 'figure', 'figures')}`;
  }
}

/** What the figures leave out or take on trust, before anyone relies on them; nothing when there is nothing to say. */
export function DataNoticeNote() {
  const { snapshot, forecast } = usePlan();
  const { go } = useNavigation();
  const notices = useMemo(() => dataNotices(snapshot, forecast), [snapshot, forecast]);
  if (notices.length === 0) return null;
  const button = (notice: DataNotice) => (notice.assetIds.length === 0 ? null : (
    <Button key={notice.kind} variant="link" small onClick={() => go('register', { filter: { ids: notice.assetIds } })}>{remedy(notice)}</Button>
  ));
  return (
    <Note
      title="Before you rely on these figures:"
      actions={<>{notices.slice(0, MOST_BUTTONS).map(button)}<Button variant="link" small onClick={() => go('data-quality')}>See data quality</Button></>}
    >
      {notices.map((notice, at) => (
        <span key={notice.kind}>
          {notice.how === null ? notice.text : (
            <AskedText text={notice.text} title={(figure) => `Why about ${figure}?`} why={() => (notice.how ?? []).map((text) => ({ text }))} />
          )}
          {at < MOST_BUTTONS ? ' ' : <> {button(notice)} </>}
        </span>
      ))}
    </Note>
  );
}
