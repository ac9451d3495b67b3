export { citationText, dateText, daysText } from './citation';
export { footnotesOf, type Footnote, type Footnotes } from './footnotes';
export { filterPhrases, list, periodText, questionPhrases } from './questionText';
export { ownershipBrief, type OwnershipBriefInput } from './ownershipBrief';
export { boundsPhrase, ownershipSentences, type OwnershipSentences, type ProofLine } from './ownershipSentences';
export { excludedText, routeFacts, togetherText, type RouteFacts } from './routeFacts';
export { routesBrief, tellable, type BriefInput } from './routesBrief';
export { plainText, type SentencePart } from './sentencePart';
export { routeSentence, sentencesOf, type SentenceOptions, type Sentences } from './sentences';
