/** Bringing a kit list in. */
export function ImportPage() {
  return <p>Import kit list</p>;
}
