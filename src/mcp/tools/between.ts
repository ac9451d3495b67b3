import { z } from 'zod';
import { intermediaryQuestion, routeQuestion } from '../../model';
import { betweenSentences } from '../../wording';
import { partiesIn, partOf, publishersIn } from '../dataset';
import { sentence } from '../quotation';
import { answerShape, limit, namedEntity, page, party, skip } from '../shapes';
import { pageOf, Telling } from '../telling';
import { tool } from '../tool';

/** How many sets and chains are told. */
const MOST_SETS = 20;

export const betweenTool = tool({
  name: 'between',
  title: 'Who stands between two entities',
  about:
    'Says who stands on every route between two entities, the smallest sets of entities without which no route is left, how many routes '
    + 'share nobody, and how often each lies between. Ties of authority, documents, meetings and events make nobody an intermediary, '
    + 'unless notThrough is given as an empty list.',
  example: { from: 'Huawei', to: 'Koryolink' },
  input: intermediaryQuestion
    .omit({ k: true })
    .extend({ from: party, to: party, avoid: z.array(party).max(50).default([]), limit: limit(50, 10), skip }),
  output: answerShape({
    from: namedEntity, to: namedEntity, direct: z.boolean(), sentences: z.array(sentence), onEveryRoute: z.array(namedEntity),
    separators: z.array(z.array(namedEntity)).describe('The smallest sets without which no route is left; at most 20.'),
    allSeparators: z.boolean(),
    independentRoutes: z.int(),
    routesSharingNobody: z.array(z.array(namedEntity)).describe('Such routes as chains; ask "routes" for what ties them. At most 20.'),
    liesBetween: z.array(namedEntity.extend({ routes: z.int(), of: z.int() })),
    page,
  }),
  async answer({ limit, skip, ...asked }, dataset, options) {
    const [from, to] = await partiesIn(dataset, [asked.from, asked.to], options);
    const question = intermediaryQuestion.parse({ ...asked, from, to, avoid: await partiesIn(dataset, asked.avoid, options) });
    const answer = await dataset.store.between(question, options);
    const named = [
      answer.from, answer.to, ...question.avoid, ...answer.onEveryRoute, ...answer.separators.flat(), ...answer.disjoint.flat(),
    ];
    const part = await partOf(dataset, { entities: [...named, ...answer.share.map((s) => s.entity)], relationships: [] }, options);
    const telling = new Telling(part, question.filter);
    const name = (id: string) => telling.named(id);
    const { items, page } = pageOf(answer.share, skip, limit);
    const spoken = routeQuestion.parse({
      from: answer.from, to: answer.to, direction: question.direction, filter: question.filter, avoid: question.avoid,
      places: question.places, ...(question.hub === undefined ? {} : { hub: question.hub }),
    });
    const publishers = await publishersIn(dataset, question.filter, options);
    return {
      told: {
        from: name(answer.from), to: name(answer.to), direct: answer.direct,
        sentences: betweenSentences(answer, spoken, { ...telling.sentences, nameOf: telling.nameOf }, publishers),
        onEveryRoute: answer.onEveryRoute.map(name),
        separators: answer.separators.slice(0, MOST_SETS).map((set) => set.map(name)),
        allSeparators: answer.complete && answer.separators.length <= MOST_SETS,
        independentRoutes: answer.independentRoutes,
        routesSharingNobody: answer.disjoint.slice(0, MOST_SETS).map((chain) => chain.map(name)),
        liesBetween: items.map(({ entity, routes, of }) => ({ ...name(entity), routes, of })),
        page,
      },
    };
  },
});
