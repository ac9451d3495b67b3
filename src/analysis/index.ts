export * from './intermediaries';
export * from './ownership';
export * from './routes';
export * from './ventures';
