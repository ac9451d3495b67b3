export { connect } from './connect';
export { keyOf, listOf, textOfKey, textsOf, type Connection, type Statement, type Value } from './connection';
export { DatabaseError } from './databaseError';
