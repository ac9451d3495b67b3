import { relationshipType, type GroupAnswer } from '../model';

interface Named {
  nameOf(entity: string): string;
  /** What a source is called: its publisher, with its title. */
  sourceOf(id: string): string;
}

/** What holds a group together and who ties it to the rest, a sentence each. */
export function groupSentences(answer: GroupAnswer, names: Named): string[] {
  return [wholeText(answer), typeText(answer), sourceText(answer, names), outsideText(answer, names)];
}

function wholeText({ entities, within, pieces, largest }: GroupAnswer): string {
  const ties = `${count(within, 'tie')} between ${count(entities, 'entity', 'entities')}`;
  return pieces === 1 ? `${ties}, all in one piece.` : `${ties}, in ${pieces} pieces; the largest has ${largest}.`;
}

function typeText({ types: [first], pieces, within }: GroupAnswer): string {
  if (!first) return 'Nothing ties its members to one another.';
  const { verb } = relationshipType(first.type);
  return first.pieces > pieces
    ? `It is held together most by ties “${verb}”: ${withoutText(first)}.`
    : `No type of tie holds it together alone. Of ${count(within, 'tie')}, ${first.relationships} are “${verb}”.`;
}

function sourceText({ sources: [first], pieces }: GroupAnswer, { sourceOf }: Named): string {
  if (!first) return 'No tie inside rests on one source alone.';
  const many = first.copies.length;
  const copies = many === 0 ? '' : ` and ${count(many, 'source')} that ${many === 1 ? 'derives' : 'derive'} from it`;
  const fall = first.relationships === 1 ? '1 tie falls' : `${first.relationships} ties fall`;
  const falls = `without ${sourceOf(first.source)}${copies}, ${fall}`;
  return first.pieces > pieces
    ? `It depends most on one source: ${falls}, and ${first.pieces} pieces are left, of which the largest has ${first.largest}.`
    : `It stays as it is without any one source; ${falls}.`;
}

function outsideText({ outside, gates, gateCount, entities }: GroupAnswer, { nameOf }: Named): string {
  const [first] = gates;
  if (!first) return 'Nobody in it is tied to anybody outside.';
  const all = `${count(outside.relationships, 'tie')} to ${count(outside.entities, 'entity', 'entities')} outside`;
  if (gateCount === 1) return `${nameOf(first.entity)} alone ties it to the rest, by ${all}.`;
  return `${gateCount} of ${entities} tie it to the rest, by ${all}; ${nameOf(first.entity)} most, to ${first.entities}.`;
}

/** "7 ties; without them 3 pieces, of which the largest has 4". */
export function withoutText({ relationships, pieces, largest }: { relationships: number; pieces: number; largest: number }): string {
  return `${count(relationships, 'tie')}; without ${relationships === 1 ? 'it' : 'them'} `
    + `${pieces === 1 ? 'one piece' : `${pieces} pieces, of which the largest has ${largest}`}`;
}

function count(n: number, one: string, more = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : more}`;
}
