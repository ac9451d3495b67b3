export { bindOpened, goOnWithOwnFile, saveInAnother, saveInOwnFile, type Preference } from './saveOwnFile';
