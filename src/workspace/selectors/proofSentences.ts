import { tieWords, withFullStop } from '../../model';
import { ownershipSentences, plainText, sentencesOf } from '../../wording';
import { ownershipPart } from './chartRecords';
import { drawnPart } from './chartView';
import { drawnUnder } from './spokenUnder';
import { lookup } from './lookup';
import { memoised } from './memoised';

/** The proof that is drawn, as a screen reader hears it: nearest to the entity first, each with its stakes. */
export const proofSentences = memoised([drawnPart, ownershipPart, (s) => s.ownership, drawnUnder, lookup], (state) => {
  const { answer, question } = state.ownership;
  const { source } = lookup(state);
  const { part, derived } = drawnPart(state);
  const names = new Map(part.entities.map((e) => [e.id, e.name]));
  const filter = drawnUnder(state);
  const said = ownershipSentences(answer!, question!, sentencesOf(ownershipPart(state), { filter }), (id) => source(id)?.publisher ?? id);
  const entities = part.entities.map((e) => ({
    id: derived.get(e.id)?.standsFor.id ?? e.id, sentence: derived.get(e.id)?.sentence ?? withFullStop(e.name),
    ties: part.relationships
      .filter((r) => r.from === e.id || r.to === e.id)
      .map((r) => ({ id: r.id, sentence: derived.get(r.id)?.sentence ?? stakeSentence(r) })),
  }));
  const summary = [
    plainText(said.question), 'The proof is drawn, owners above.', plainText(said.ultimate),
    ...(said.rule ? [plainText(said.rule.answer)] : []),
  ].join(' ');
  return { summary, entities: entities.filter((e, i) => entities.findIndex((other) => other.id === e.id) === i) };

  function stakeSentence(r: (typeof part.relationships)[number]): string {
    return withFullStop(tieWords(r, true, lookup(state).status(r), (id) => names.get(id)!, filter.period));
  }
});
