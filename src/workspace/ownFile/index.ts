export { bindOpened, goOnWithOwnFile, saveInAnother, saveInOwnFile, saveNext, type Preference } from './saveOwnFile';
