import { boundsOf, type Source } from '../../model';
import { foldFieldName, type Fields, type Gathering, type Head } from '../gather';

/** The head of the dataset and the file as a source, by what the graph says of itself: title (or name), summary (or description), licence, author (or creator), date. What else there is is counted. */
export function readHead(fields: Fields, desc: string | undefined, gathering: Gathering): { head: Head; about: Partial<Pick<Source, 'title' | 'author' | 'published'>> } {
  const told = new Map([...fields].flatMap(([name, value]) => (typeof value === 'string' && value !== '' ? [[foldFieldName(name), value] as const] : [])));
  const used = new Set<string>();
  const take = (...names: string[]) => {
    const name = names.find((one) => told.has(one));
    if (name !== undefined) used.add(name);
    return name === undefined ? undefined : told.get(name);
  };
  const title = take('title', 'name');
  const summary = take('summary', 'description') ?? desc;
  const licence = take('licence', 'license');
  const author = take('author', 'creator');
  const date = take('date', 'published');
  const published = date !== undefined && boundsOf(date) ? date : undefined;
  for (const name of fields.keys()) if (!used.has(foldFieldName(name))) gathering.miss(`${name} of the graph`.slice(0, 100));
  if (date !== undefined && published === undefined) gathering.miss('date of the graph');
  return {
    head: { ...(title === undefined ? {} : { title }), ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }) },
    about: { ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }), ...(published === undefined ? {} : { published }) },
  };
}
