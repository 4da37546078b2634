type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Only the fields that a request really carries: one left out must never overwrite what the plan holds. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> => {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Given<Fields>;
};
