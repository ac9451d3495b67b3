export * from './intermediaries';
export * from './ownership';
export * from './routes';
export * from './ventures';
export * from './whyNoRoute';
