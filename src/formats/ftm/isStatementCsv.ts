/** Whether a text begins with the header of a table of statements: one row a value, as OpenSanctions publishes them. */
export function isStatementCsv(text: string): boolean {
  const header = text.slice(0, 2000).split('\n', 1)[0]!;
  return (
    !header.startsWith('{')
    && ['prop', 'schema', 'value'].every((column) => new RegExp(`(^|,)"?${column}"?(,|\\s|$)`).test(header))
    && /(canonical|entity)_id/.test(header)
  );
}
