import { Check, TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import type { ShownDocument } from './open-document.ts';

type DocumentCheck = ShownDocument['checks'][number];
type GoTo = (section: string) => (() => void) | null;

function CheckLink({ link, goTo }: { readonly link: DocumentCheck['links'][number]; readonly goTo: GoTo }) {
  const { go } = useNavigation();
  const follow = 'page' in link ? () => go(link.page) : goTo(link.section);
  return follow === null ? <>{link.text}</> : <Button variant="link" onClick={follow}>{link.text}</Button>;
}

/** What was looked at before the document goes out: what is well, then what wants somebody's eye. */
export function ChecksPart({ checks, goTo }: { readonly checks: readonly DocumentCheck[]; readonly goTo: GoTo }) {
  if (checks.length === 0) return null;
  return (
    <Section title="Checks">
      <ul className="doc-checks">
        {checks.map(({ kind, ok, text, links }) => (
          <li key={kind} className={ok ? 'c-ok' : 'c-warn'}>
            {ok ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
            <span>
              <span className="vh">{ok ? 'Well: ' : 'To look at: '}</span>{text}
              {links.map((link, at) => <Fragment key={at}>{at === 0 ? ': ' : ', '}<CheckLink link={link} goTo={goTo} /></Fragment>)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
