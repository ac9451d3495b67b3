export { lookAt } from './lookAt';
export { changeMapping, offer, offerTogether, readAs } from './offer';
export { cancelMapping, NoFileWaitsError, openMapped, previewAgain, setMapping } from './reading';
export { asRole, missingIn, withMeaning, withTable } from './editMapping';
