/** The id of the format whose files are tables with columns that have to be given a meaning. */
export const TABLES = 'table';
