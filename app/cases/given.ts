type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Only the fields that a request really carries: one left out must never overwrite what the plan holds. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> => {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<Fields>;
};

/** Only the fields that would change what is there: a form sends all of its fields, and a change is named by those that differ. */
export const different = <Fields extends object>(fields: Fields, before: Fields): Given<Fields> => {
  const entries = Object.entries(given(fields)).filter(([key, value]) => value !== (before as Readonly<Record<string, unknown>>)[key]);
  return Object.fromEntries(entries) as Given<Fields>;
};
