import { StoreFailedError } from '../../store';

/** A database that cannot be reached, is not what it should be, or failed at a question; the message says what to do. */
export class DatabaseError extends StoreFailedError {}
