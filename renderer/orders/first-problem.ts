/** After a form was sent with something wrong in it: to the first field that says so, once it does. */
export function goToFirstProblem(form: HTMLFormElement): void {
  window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
