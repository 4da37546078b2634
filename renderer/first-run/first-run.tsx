/** In place of the Overview while a plan has no kit. */
export function FirstRun() {
  return <p>Start with what you have.</p>;
}
