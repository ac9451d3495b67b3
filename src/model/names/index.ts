export * from './foldName';
export * from './foldText';
export * from './legalForms';
export * from './soundOf';
