/** Something that the package exports, as its source says. */
export interface DocumentedItem {
  /** The entry point that it comes from. */
  readonly entry: string;
  readonly name: string;
  readonly kind: string;
  readonly declaration: string;
  /** Its docstring; empty where it has none. */
  readonly says: string;
}

/** How much of a declaration is told; the types in the package have all of it. */
const LONGEST = 600;

/** The reference of all that the package exports, as Markdown, entry by entry in the order of names. */
export function referenceOf(items: readonly DocumentedItem[]): string {
  const entries = [...new Set(items.map((item) => item.entry))];
  const lines = entries.flatMap((entry) => [
    `## throughline/${entry}`, '',
    ...items
      .filter((item) => item.entry === entry)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name, declaration, says }) => [`### ${name}`, '', says, '', '```ts', cut(declaration), '```', '']),
  ]);
  return ['# What other programs can import', '', 'Made from the docstrings by `npm run library -- --accept`.', '', ...lines].join('\n');
}

function cut(declaration: string): string {
  const text = declaration.trim().replace(/[ \t]+$/gm, '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
