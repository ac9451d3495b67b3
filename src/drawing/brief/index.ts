export { citationText, dateText, daysText } from './citation';
export { footnotesOf, type Footnote, type Footnotes } from './footnotes';
export { filterPhrases, list, periodText, questionPhrases } from './questionText';
export { excludedText, routeFacts, togetherText, type RouteFacts } from './routeFacts';
export { routesBrief, tellable, type BriefInput } from './routesBrief';
export { plainText, type SentencePart } from './sentencePart';
export { routeSentence, sentencesOf, type SentenceOptions, type Sentences } from './sentences';
