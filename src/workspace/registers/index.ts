export { acceptCandidate, choose, openRegister, sendToRegister, type Acceptance, type Consent } from './askOfRegister';
