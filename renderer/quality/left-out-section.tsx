import { formatCount, formatPounds } from '../../planning/money.ts';
import { explainAllLeftOut, explainLeftOut, GAP_WORDS } from '../../planning/quality/explain-left-out.ts';
import type { LeftOut, LeftOutKind, Range } from '../../planning/quality/left-out.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { kitCount } from '../../planning/words.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

const bare = (pence: Pence): string => formatPounds(pence, { symbol: false });
const rangeWords = ({ low, high }: Range): string => (low === high ? bare(low) : `${bare(low)} to ${bare(high)}`);

/** Kinds listed; the rest is one line. */
const MOST_KINDS = 8;

/** What the forecast leaves out, by reason and kind, with what it would probably cost. */
export function LeftOutSection({ out }: { readonly out: LeftOut }) {
  const { savedForecast } = usePlan();
  const { go } = useNavigation();
  const last = savedForecast.years[savedForecast.years.length - 1]?.label ?? '';
  const show = (ids: readonly number[]): void => go('register', { filter: { ids } });
  if (out.items === 0) {
    return (
      <Section title="Left out of the forecast">
        <p className="q2">Nothing is left out for want of a date or a usable figure.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Left out of the forecast" aside={out.about === null ? undefined : `What it would probably cost by ${last}`}
      link={<Button variant="link" small onClick={() => show(out.assetIds)}>Show the {formatCount(out.items)}</Button>}
    >
      <table className="l left-out">
        <thead>
          <tr><th scope="col">Left out because</th><th scope="col">What</th><th scope="col" className="num">About, £</th><th scope="col" className="num">8 in 10 between</th></tr>
        </thead>
        <tbody>
          {out.kinds.slice(0, MOST_KINDS).map((kind, at) => (
            <KindRow key={`${kind.reason}${kind.categoryKey}${kind.userGroup ?? ''}`} kind={kind} first={out.kinds[at - 1]?.reason !== kind.reason} onShow={() => show(kind.assetIds)} />
          ))}
          {out.kinds.length > MOST_KINDS && (
            <tr><td colSpan={4} className="q2">and {formatCount(out.kinds.length - MOST_KINDS)} more kinds, counted below</td></tr>
          )}
          <TotalRow out={out} />
        </tbody>
      </table>
    </Section>
  );
}

type KindRowProps = { readonly kind: LeftOutKind; readonly first: boolean; readonly onShow: () => void };

function KindRow({ kind, first, onShow }: KindRowProps) {
  const { savedSnapshot, savedForecast } = usePlan();
  const what = kitCount(categoryNamed(savedSnapshot.categories, kind.categoryKey), kind.userGroup, kind.items);
  return (
    <tr>
      <td className="b">{first ? GAP_WORDS[kind.reason] : <span className="vh">{GAP_WORDS[kind.reason]}</span>}</td>
      <td><Button variant="link" small className="plain-link" onClick={onShow}>{what}</Button></td>
      {kind.about === null || kind.range === null ? <td className="num q2" colSpan={2}>no price to go by</td> : (
        <>
          <td className="num"><WhyFigure title={`Why about ${formatPounds(kind.about)}?`} why={() => explainLeftOut(savedSnapshot, savedForecast, kind)}>{bare(kind.about)}</WhyFigure></td>
          <td className="num q2">{rangeWords(kind.range)}</td>
        </>
      )}
    </tr>
  );
}

function TotalRow({ out }: { readonly out: LeftOut }) {
  const { savedSnapshot } = usePlan();
  const of = `${formatCount(out.items)} of ${formatCount(out.register)}`;
  if (out.about === null || out.range === null) return <tr className="tot"><th scope="row" colSpan={2}>{of}</th><td className="num" colSpan={2}>no price to go by</td></tr>;
  const about = formatPounds(out.about);
  const range = `${formatPounds(out.range.low)} and ${formatPounds(out.range.high)}`;
  return (
    <tr className="tot">
      <th scope="row" colSpan={2}>{of}</th>
      <td className="num"><WhyFigure title={`Why about ${about}?`} why={() => explainAllLeftOut(savedSnapshot, out.kinds, about, range)}>{bare(out.about)}</WhyFigure></td>
      <td className="num">{rangeWords(out.range)}</td>
    </tr>
  );
}
