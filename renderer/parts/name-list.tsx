/** Names that a text field offers while it is typed in: give the field `list={id}`. */
export function NameList({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return <datalist id={id}>{names.map((name) => <option key={name} value={name}>{name}</option>)}</datalist>;
}
