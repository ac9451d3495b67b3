export * from './dependants';
export * from './edit';
export * from './placeBeside';
