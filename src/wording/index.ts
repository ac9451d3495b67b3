export { amountText } from './amountText';
export { citationText, dateText } from './citation';
export { footnotesOf, type Footnote, type Footnotes } from './footnotes';
export { filterPhrases, list, periodText, questionPhrases } from './questionText';
export { boundsPhrase, ownershipSentences, type OwnershipSentences, type ProofLine } from './ownershipSentences';
export { countRoutesText, excludedText, untoldSentences } from './routeFacts';
export { hiddenText } from './hiddenText';
export { drawnText, plainText, type SentencePart } from './sentencePart';
export { sentencesOf, type Sentences } from './sentences';
export { betweenSentences, setAsideSentences } from './answerSentences';
export { disjointText, everyText, heldUnder, notCountedText, ofWhatText, setText } from './betweenText';
export { asideText, fellText } from './whatIfText';
export { togetherText } from './togetherText';
export {
  changeSentences, chartSentences, conflictOnScreen, conflictSentence, figuresText, routeChangeSentences, saidChanges, type SaidChange,
} from './changeSentences';
export { stepSentences } from './stepSentences';
export { countConnectionsText, dispensableText, groupTexts } from './connectionText';
export { endsText, patternCountTexts, patternSentence } from './patternText';
export { groupSentences, withoutText } from './groupText';
export { leadSentence, leadsText, untoldLeads } from './leadText';
export { standsBetweenText, takenText, tiedText, tieText, type Crosscheck } from './crosscheckText';
export { besideText, namedAllTheSameText, namesText } from './namesText';
export { groupText, tiesLabel, tiesText } from './groupCounts';
export { familiesText, groupName, overviewSentences } from './overviewText';
export { storyChanges, storyChangeSentences, type StoryChanges } from './storyChanges';
export * from './storyText';
export { timelineLines, timelineWords, undatedText, type TimelineLabel } from './timelineText';
