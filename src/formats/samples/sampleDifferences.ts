/**
 * Why a sample reads with other figures than its listing states. Each entry names the figures that are read,
 * so that it holds for them only.
 */
interface SampleDifference {
  readonly entities: number;
  readonly relationships: number;
  readonly why: string;
}

const PARALLEL = 'a statement with several interests that differ is as many parallel relationships';

export const sampleDifferences: Readonly<Record<string, SampleDifference>> = {
  'ftm/aleph-samples.ijson': {
    entities: 21, relationships: 12, why: 'nine of the references are "ancestors", which follow from "parent" and stay properties',
  },
  'bods/0.4/full-pep-declaration.json': { entities: 2, relationships: 2, why: PARALLEL },
  'bods/0.4/simple-pep-declaration.json': { entities: 2, relationships: 2, why: PARALLEL },
  'bods/0.4/levent.json': { entities: 4, relationships: 4, why: PARALLEL },
  'bods/0.4/mixed-direct-and-indirect-ownership.json': { entities: 3, relationships: 4, why: PARALLEL },
  'bods/0.2/pep_status_1.json': { entities: 2, relationships: 2, why: PARALLEL },
  'bods/0.4/listed-company-exempt-from-disclosure.json': {
    entities: 2, relationships: 1, why: 'the interested party is unspecified, and is an entity that says so',
  },
  'bods/0.4/statistic_count_declaration_subjects.json': {
    entities: 5, relationships: 3,
    why: 'eight statements are about five records: a later statement about a record replaces the earlier one',
  },
  'bods/gleif/rr-data-out.json': {
    entities: 16, relationships: 10, why: 'the file has relationships only; the parties that they name are put there',
  },
  'icij/synthetic-dev.zip': {
    entities: 62, relationships: 107,
    why: 'a row that repeats another in every field is read once; an entity stands where a relationship leads to nothing',
  },
  'graphml/missing_nodes.graphml': {
    entities: 51, relationships: 37, why: 'edges lead to 36 nodes that are not in the file; an entity stands for each',
  },
};
