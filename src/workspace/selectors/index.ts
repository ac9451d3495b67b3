export { aboutAFile } from './aboutAFile';
export { changeText, drawnComparison } from './comparison';
export { chartSentences, type ChartSentences } from './chartSentences';
export {
  chartRecords, connectRecords, crosscheckRecords, leadsRecords, patternRecords, proofPart, timelineRecords, traceRecords,
} from './chartRecords';
export { drawnPart, emphasis, sceneInput } from './chartView';
export { filterChoices, type FilterChoices } from './filterChoices';
export { asDrawn, selectedBoxes, selectedGroup } from './groups';
export { hiddenSummary } from './hiddenSummary';
export { inspected, type CitedClaim, type InspectedEntity, type InspectedRelationship, type Tie } from './inspected';
export { legend } from './legend';
export { lookup } from './lookup';
export { openProposals } from './openProposals';
export { isOwnView } from './ownView';
export { isOwnWork } from './isOwnWork';
export { readingOrder } from './readingOrder';
export { groupShown } from './groupShown';
export { selectedEntities } from './selectedEntities';
export { shownFigure } from './shownFigure';
export { chartSpoken, drawnOwnership, drawnUnder } from './spokenUnder';
export { tableRows, type EntityRow, type RelationshipRow } from './tableRows';
export { activeRoute, visiblePart } from './visiblePart';
