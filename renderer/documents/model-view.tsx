import { Fragment } from 'react';
import type { DocumentBlock, DocumentModel, DocumentTable, Words } from '../../planning/documents/model.ts';
import { Scrolled } from '../parts/scrolled.tsx';

function Running({ words }: { readonly words: Words }) {
  return <>{words.map(({ text, strong = false, italic = false }, at) => {
    const slanted = italic ? <i>{text}</i> : text;
    return strong ? <b key={at}>{slanted}</b> : <Fragment key={at}>{slanted}</Fragment>;
  })}</>;
}

function Items({ ordered, items }: { readonly ordered: boolean; readonly items: readonly Words[] }) {
  const List = ordered ? 'ol' : 'ul';
  return <List>{items.map((item, at) => <li key={at}><Running words={item} /></li>)}</List>;
}

const ROW_CLASSES = { body: undefined, group: 'group', total: 'sum', grand: 'tot' } as const;

function Table({ table: { caption, columns, rows, note } }: { readonly table: DocumentTable }) {
  return (
    <Scrolled label={caption}>
      <table className="l">
        <caption><b>{caption}</b></caption>
        <thead><tr>{columns.map(({ heading, align }, at) => <th key={at} scope="col" className={align === 'right' ? 'num' : undefined}>{heading === '' ? <span className="vh">{caption}</span> : heading}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ kind, cells }, at) => (
            <tr key={at} className={ROW_CLASSES[kind]}>
              {cells.map(({ text, strong }, column) => {
                const shown = strong === true ? <b>{text}</b> : text;
                if (column === 0) return <th key={column} scope={kind === 'group' ? 'colgroup' : 'row'} colSpan={kind === 'group' ? columns.length : 1}>{shown}</th>;
                return <td key={column} className={columns[column]?.align === 'right' ? 'num' : undefined}>{shown}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== null && <p className="q2">{note}</p>}
    </Scrolled>
  );
}

function Block({ block }: { readonly block: DocumentBlock }) {
  if (block.kind === 'heading') return block.level === 2 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>;
  if (block.kind === 'paragraph') return <p className={block.tone}><Running words={block.words} /></p>;
  if (block.kind === 'list') return <Items ordered={block.ordered} items={block.items} />;
  if (block.kind === 'table') return <Table table={block} />;
  if (block.kind === 'box') return <div className="box"><h4>{block.title}</h4><Items ordered={block.ordered} items={block.items} /></div>;
  const { chart, ledger } = block;
  return <figure><figcaption><b>{chart.title}</b></figcaption><p>{chart.altText}</p>{ledger !== null && <Table table={ledger} />}</figure>;
}

type ModelViewProps = { readonly model: DocumentModel; readonly label: string };

/** The whole document as running text with its tables: what a file holds that has no pages, and what is easiest to hear or search. */
export function ModelView({ model, label }: ModelViewProps) {
  return (
    // It scrolls, so it can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="doc-view" aria-label={label} tabIndex={0}>
      <article className="doc-text">
        <h2>{model.title}</h2>
        {model.opening.length > 0 && <p className="lead"><Running words={model.opening} /></p>}
        {model.sections.map(({ key, number, title, blocks, notes }) => (
          <section key={key} id={`doc-section-${key}`}>
            <h3 tabIndex={-1}>{number === null ? title : `${number} ${title}`}</h3>
            {blocks.map((block, at) => <Block key={at} block={block} />)}
            {notes.length > 0 && <div className="said"><h4>Said with it</h4>{notes.map((note) => <p key={note}>{note}</p>)}</div>}
          </section>
        ))}
        <p className="note">{model.footer}</p>
      </article>
    </section>
  );
}
