export * from './chart';
export * from './placing';
export * from './records';
