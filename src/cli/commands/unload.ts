import { StoreFailedError } from '../../store';
import { MisuseError, type ExitCode, type Io } from '../io';

/** Takes a dataset from a database; exit code 1 where it holds none of that id. */
export async function unload(id: string, { database }: { database: string }, io: Io): Promise<ExitCode> {
  const { connect, unloadDataset } = await import('../../database');
  try {
    const connection = await connect(database);
    try {
      if (await unloadDataset(connection, id)) io.out(`"${id}" was taken from the database.`);
      else {
        io.err(`The database holds no dataset "${id}".`);
        return 1;
      }
    } finally {
      await connection.close();
    }
    return 0;
  } catch (error) {
    throw error instanceof StoreFailedError ? new MisuseError(error.message) : error;
  }
}
